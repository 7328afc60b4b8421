import { NO_INCIDENT, officerAt } from '#shared/command/headquarters/officers.ts'
import type { Caller, CallingWindow } from '#shared/contract/app-contract.ts'
import { HEADQUARTERS } from '#shared/domain/taxonomy.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { Route } from '../../router/router.ts'
import type { IncidentLog } from './incident-log.ts'

/** The name on duty at a window of this seat, or null. */
export function onDutyAt(log: IncidentLog, seat: string, { role }: CallingWindow): string | null {
  const hq = HEADQUARTERS.find((name) => name === role)
  return hq === undefined ? null : (officerAt(log.opsOf(NO_INCIDENT), seat, hq)?.officer ?? null)
}

/** Answers calls of windows with the name of the officer on duty there: the one place where people's names come in. */
export function withOfficer(
  route: Route<Caller>,
  officerOf: (caller: CallingWindow) => string | null,
): Route<CallingWindow> {
  return (channel, input, caller) => route(channel, input, { ...caller, officer: officerOf(caller) })
}

/** The officer who signs. @throws AppError `forbidden` while nobody has given a name. */
export function signerOf(caller: Caller): string {
  if (caller.officer !== null) return caller.officer
  throw new AppError('forbidden', '尚无值班人员姓名，不能签署；请先在顶栏“值班”处填写姓名', {
    path: 'officer',
    value: null,
  })
}
