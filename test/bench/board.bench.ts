import { boardOf } from '#shared/command/board/board-of.ts'
import type { Op } from '#shared/replication/op.ts'
import { boardLibrary, saidOf } from '#test/builders/board-builders.ts'
import { opWriter } from '#test/builders/op-builders.ts'
import { stationOrder } from '#test/builders/order-builders.ts'
import { round, type Bench } from './bench-row.ts'
import { median, quantile, timeOf } from './measure.ts'

const ROUNDS = 21
const TEAMS = 120
const STATES = ['enRoute', 'onScene', 'working', 'waiting', 'working', 'resting'] as const

/** B1: the board of an incident with many entries, from nothing; the goal is 50 ms for 10 000. */
export const bench: Bench = {
  goals: ['B1'],
  run: ({ quick }) => {
    const count = quick ? 2_000 : 10_000
    const ops = manyOps(count)
    const library = boardLibrary()
    const times = Array.from({ length: ROUNDS + 1 }, () =>
      timeOf(() =>
        boardOf({ incidentId: 'incident-1', ops, plan: null, library, nowS: 1_784_000_000, elsewhere: new Map() }),
      ),
    ).slice(1)
    return [
      {
        name: 'B1 status board from the record',
        size: `${count} entries, ${TEAMS} teams`,
        ours: round(median(times)),
        baseline: null,
        baselineName: 'goal: 50 ms for 10 000 entries',
        ratio: null,
        unit: 'ms',
        runs: ROUNDS,
        p95: round(quantile(times, 0.95)),
      },
    ]
  },
}

/** Orders to many teams, their steps, and what they said in between. */
function manyOps(count: number): Op[] {
  const write = opWriter()
  const ops: Op[] = []
  for (let index = 0; ops.length < count; index += 1) {
    const teamId = `team-${index % TEAMS}`
    const time = `${String(10 + (Math.floor(index / 60) % 12)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`
    if (index < TEAMS)
      ops.push(
        write({ kind: 'v1.order.issued', body: stationOrder({ orderId: teamId, teamId, number: `令-${index}` }) }),
      )
    const status = STATES[index % STATES.length] ?? 'working'
    ops.push(write({ kind: 'v1.status.said', body: saidOf('team', teamId, status, time) }))
  }
  return ops
}
