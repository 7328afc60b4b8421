import type { Caller } from '#shared/contract/app-contract.ts'
import type { BatchStamp } from '../keeping/library-change.ts'
import { wallTimeOf } from '../replication/wall-time.ts'

/** Who changes the library from a window, when and why. */
export function stampOf(
  core: { readonly nowMs: () => number },
  { who, reason }: { readonly who: string; readonly reason: string },
  caller: Caller,
): BatchStamp {
  return { recordedAt: wallTimeOf(core.nowMs()), who, role: caller.role, seat: caller.seat, reason }
}
