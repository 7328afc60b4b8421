import { NO_INCIDENT, officerAt, officersOnDuty, type OfficerOnDuty } from '#shared/command/headquarters/officers.ts'
import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import { HEADQUARTERS } from '#shared/domain/taxonomy.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { answerOnce } from '../answer-once.ts'
import type { CommandParts } from './command-parts.ts'
import { headquartersOf } from './caller-headquarters.ts'

/** Who is on duty: builds the service. */
export function createDutyService(core: CommandParts): AppHandlers['duty'] {
  const { seat } = core.journal
  const viewOf = (officer: OfficerOnDuty): OutputOf<(typeof appContract)['duty']['officers']>['all'][number] => ({
    hq: officer.hq,
    officer: officer.officer,
    since: officer.since,
    relieves: officer.relieves,
    withoutHandover: officer.relieves !== null && officer.handoverId === null,
    seat: officer.seat,
    isHere: officer.seat === seat,
  })
  return {
    officers: (_, { role }) => {
      const all = officersOnDuty(core.log.opsOf(NO_INCIDENT)).map(viewOf)
      return { own: all.find(({ isHere, hq }) => isHere && hq === role) ?? null, all: inOrder(all) }
    },

    sign: (input, caller) => {
      const hq = headquartersOf(caller)
      return answerOnce(core, { channel: 'duty.sign', input, output: appContract.duty.sign.output }, ({ append }) => {
        const present = officerAt(core.log.opsOf(NO_INCIDENT), seat, hq)
        const { officer, reason } = input
        if (present?.officer === officer) return { officer, relieves: null }
        if (present !== null && reason === '') {
          throw new AppError(
            'needs-acknowledgement',
            `${present.officer}正在值班；请先办交接班，来不及交接的须写明理由`,
            { path: 'reason', value: present.officer },
          )
        }
        const relieves = present?.officer ?? null
        append({
          kind: 'v1.shift.taken',
          incidentId: NO_INCIDENT,
          entity: `shift:${hq}:${seat}`,
          basis: present === null ? [] : [present.opId],
          by: { user: officer, role: hq, onBehalf: null },
          body: { hq, officer, relieves, handoverId: null, reason: relieves === null ? '' : reason },
        })
        return { officer, relieves }
      })
    },
  }
}

/** By headquarters, this machine first. */
function inOrder<T extends { hq: OfficerOnDuty['hq']; isHere: boolean; seat: string }>(all: readonly T[]): T[] {
  const rank = ({ hq, isHere }: T): number => HEADQUARTERS.indexOf(hq) * 2 + (isHere ? 0 : 1)
  return [...all].sort((a, b) => rank(a) - rank(b) || (a.seat < b.seat ? -1 : 1))
}
