import type { ContestedTeam } from '#shared/command/contested/contested-teams.ts'
import type { ContestedTeam as ContestedTeamRow } from '#shared/contract/contests.contract.ts'
import { seatMarkOf } from '#shared/replication/op.ts'
import { findIncident } from '../../db/repositories/incident.repo.ts'
import { readSeatNames } from '../bundles/seat-names.ts'
import type { ContestsServiceParts } from './contests.service.ts'

/** A contested team in the operator's terms. */
export function teamRow({ db, library }: ContestsServiceParts, contest: ContestedTeam): ContestedTeamRow {
  const names = readSeatNames(db)
  const team = library.current().teams.find(({ id }) => id === contest.teamId)
  const [first] = contest.orders
  return {
    teamId: contest.teamId,
    teamName: team?.name ?? first?.op.body.receiver.name ?? contest.teamId,
    phone: team?.phone ?? '',
    heads: [...contest.heads],
    orders: contest.orders.map(({ op, isOverruled }) => {
      const { orderId, number, hq, issuer, issuedAt, text } = op.body
      const found = findIncident(db, op.inc)?.summary
      return {
        ...{ opId: op.id, orderId, number, hq, issuer, issuedAt, text, isOverruled },
        incident: { incidentId: op.inc, number: found?.number ?? op.inc, title: found?.title ?? '' },
        mark: seatMarkOf(op.seat),
        seatName: names.get(op.seat) ?? '',
      }
    }),
    settlements: contest.settlements.map(({ id, seat, wall, body }) => ({
      ...{ opId: id, who: body.who, reason: body.reason, at: wall, mark: seatMarkOf(seat) },
      stands: body.stands,
    })),
  }
}
