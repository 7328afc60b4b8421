import type { Caller } from '#shared/contract/app-contract.ts'
import { HEADQUARTERS, type Headquarters } from '#shared/domain/taxonomy.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'

/** The headquarters a call comes from. @throws `forbidden` for a caller that is neither. */
export function headquartersOf(caller: Caller): Headquarters {
  const hq = HEADQUARTERS.find((one) => one === caller.role)
  if (hq !== undefined) return hq
  throw new AppError('forbidden', '这一步只能由行政指挥部或战术指挥部来做', { path: 'role', value: caller.role })
}

/** A time somebody stated, checked; now when none was. @throws `bad-time`. */
export function statedTime(core: { readonly nowMs: () => number }, at: string | undefined): string {
  if (at === undefined) return wallTimeOf(core.nowMs())
  if (parseInstant(at) !== null) return at
  throw new AppError('bad-time', `时间“${at}”读不懂；请写成 2026-07-14T10:24:00+08:00 的形式`, {
    path: 'at',
    value: at,
  })
}
