import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Incident } from '#shared/domain/incident.ts'
import { applyOp } from '#shared/replication/apply-op.ts'
import type { Op, OpId } from '#shared/replication/op.ts'
import { readKnownOp } from '#electron/core/replication/known-op.ts'
import type { WriteDb } from '#electron/core/db/db-types.ts'
import { openMemoryDatabase } from '#electron/core/db/open-database.ts'
import { findIncident } from '#electron/core/db/repositories/incident.repo.ts'
import { findLatestPlan } from '#electron/core/db/repositories/plan.repo.ts'
import { PROJECTION_TABLES, readProjection, writeProjection } from '#electron/core/db/repositories/projection.repo.ts'

const FACTS: Incident = {
  schema: 'incident/1',
  mode: 'drill',
  type: 'typhoon',
  receivedAt: '2026-07-14T10:20:00+08:00',
  location: { lng: 121.885, lat: 29.88 },
  facts: {},
}
const INCIDENTS = ['incident-1', 'incident-2']

/** One seat of the model: what it wrote and what it has. */
interface ModelSeat {
  readonly name: string
  readonly has: Map<OpId, Op>
  written: number
}

type Step = { readonly seat: number; readonly act: 'amend' | 'plan' | 'take'; readonly of: number }

const step: fc.Arbitrary<Step> = fc.record({
  seat: fc.nat(2),
  act: fc.constantFrom('amend', 'plan', 'take'),
  of: fc.nat(2),
})

/** The heads of one kind, by looking at every pair. */
function headsOf(ops: readonly Op[], kinds: readonly string[], incidentId: string): OpId[] {
  const own = ops.filter((op) => op.inc === incidentId && kinds.includes(op.kind))
  return own.filter((op) => !own.some((other) => other.basis.includes(op.id))).map(({ id }) => id)
}

const FACT_KINDS = ['v1.incident.opened', 'v1.incident.amended']

/** Three seats that amend and plan apart and now and then take over all that another has. */
function runModel(steps: readonly Step[]): Op[] {
  let time = 0
  const seats: ModelSeat[] = ['seat-a', 'seat-b', 'seat-c'].map((name) => ({ name, has: new Map(), written: 0 }))
  const all: Op[] = []
  const write = (seat: ModelSeat, told: Pick<Op, 'kind' | 'body' | 'inc' | 'basis'>): void => {
    seat.written += 1
    time += 1
    const seen: Record<string, number> = {}
    for (const op of seat.has.values()) seen[op.seat] = Math.max(seen[op.seat] ?? 0, op.seq)
    // Every third entry has the hybrid time of another: the order then falls to the name of the operation.
    const hlc = `${String(Math.floor(time / 3)).padStart(15, '0')}.00000`
    const by = { user: seat.name, role: 'tactical', onBehalf: null }
    const id = `${seat.name}:${seat.written}`
    const envelope = {
      v: 1,
      id,
      seat: seat.name,
      seq: seat.written,
      prev: '',
      seen,
      hlc,
      wall: 'w',
      ent: '',
      by,
    } as const
    const op = readKnownOp({ ...envelope, ...told })
    if (op === null) throw new Error('the kinds of this test are known')
    seat.has.set(id, op)
    all.push(op)
  }
  const [first] = seats
  for (const inc of INCIDENTS) {
    const body = { number: 'BL-20260714-001', incident: FACTS, receivedAt: '2026-07-14T10:20:00+08:00' }
    if (first !== undefined) write(first, { kind: 'v1.incident.opened', body, inc, basis: [] })
  }
  for (const seat of seats) for (const op of first?.has.values() ?? []) seat.has.set(op.id, op)
  steps.forEach(({ seat: index, act, of }, count) => {
    const [seat, other] = [seats[index], seats[of]]
    if (seat === undefined || other === undefined) return
    if (act === 'take') {
      for (const op of other.has.values()) seat.has.set(op.id, op)
      return
    }
    const inc = INCIDENTS[of % 2] ?? ''
    const known = [...seat.has.values()]
    if (act === 'amend') {
      const body = { revision: 2 + (count % 4), incident: { ...FACTS, title: `第${count}报` }, receivedAt: 'r' }
      write(seat, { kind: 'v1.incident.amended', body, inc, basis: headsOf(known, FACT_KINDS, inc) })
    } else {
      const body = {
        ...{ version: 1 + (count % 3), incidentRevision: 1, level: null, findings: 0 },
        ...{ datasetVersion: 'd', elapsedMs: 1, contentHash: 'c' },
      }
      write(seat, { kind: 'v1.plan.published', body, inc, basis: headsOf(known, ['v1.plan.published'], inc) })
    }
  })
  return all
}

function rowsAfter(db: WriteDb, ops: readonly Op[]): unknown {
  db.exec('SAVEPOINT empty')
  for (const op of ops) for (const row of applyOp(op)) writeProjection(db, row)
  const answer = {
    tables: PROJECTION_TABLES.map((table) => readProjection(db, table)),
    shown: INCIDENTS.map((id) => ({ incident: findIncident(db, id), plan: findLatestPlan(db, id) })),
  }
  db.exec('ROLLBACK TO empty; RELEASE empty')
  return answer
}

it('gives the same rows, the same heads and the same pick in whatever order the entries of three seats arrive', () => {
  const db = openMemoryDatabase()
  db.exec("INSERT INTO contents VALUES ('c', '{}')")
  let contested = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 24 }), fc.infiniteStream(fc.nat()), (steps, chance) => {
      const ops = runModel(steps)
      const keyed = ops.map((op) => ({ op, key: Number(chance.next().value) }))
      const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ op }) => op)
      const inOrder = rowsAfter(db, ops)
      expect(rowsAfter(db, shuffled)).toEqual(inOrder)
      expect(rowsAfter(db, ops.toReversed())).toEqual(inOrder)
      db.exec('SAVEPOINT empty')
      for (const op of shuffled) for (const row of applyOp(op)) writeProjection(db, row)
      for (const id of INCIDENTS) {
        const summary = findIncident(db, id)?.summary
        const heads = headsOf(ops, FACT_KINDS, id)
        contested += heads.length > 1 ? 1 : 0
        expect(summary?.contestedFacts.map(({ opId }) => opId).sort()).toEqual(heads.length > 1 ? heads.sort() : [])
        const plans = headsOf(ops, ['v1.plan.published'], id)
        expect(summary?.contestedPlan.map(({ opId }) => opId).sort()).toEqual(plans.length > 1 ? plans.sort() : [])
        expect([summary?.factsOp]).toContain(summary?.contestedFacts[0]?.opId ?? heads[0])
      }
      db.exec('ROLLBACK TO empty; RELEASE empty')
    }),
    { numRuns: 150 },
  )
  expect(contested).toBeGreaterThan(20)
})
