import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contestedTeams, type ContestedTeam } from '#shared/command/contested/contested-teams.ts'
import type { OpBodies, OpKind } from '#shared/domain/command/op-bodies.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import type { OpEnvelope, OpId, OpOf } from '#shared/replication/op.ts'
import { BY_TACTICAL } from '#test/builders/op-builders.ts'
import { saidStep, stationOrder } from '#test/builders/order-builders.ts'

type AnyOp =
  OpOf<'v1.order.issued'> | OpOf<'v1.order.stepped'> | OpOf<'v1.contest.settled'> | OpOf<'v1.order.corrected'>

/** One machine: what it has, and nothing else. */
interface Replica {
  readonly seat: string
  readonly has: Map<OpId, AnyOp>
}

/** What the model knows besides: everything an author had before him, as a set of names and not as numbers. */
interface World {
  readonly replicas: readonly Replica[]
  readonly pastOf: Map<OpId, ReadonlySet<OpId>>
}

type Step =
  | { readonly act: 'issue' | 'end' | 'settle'; readonly at: number; readonly pick: number }
  | { readonly act: 'exchange'; readonly at: number; readonly pick: number }

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('issue', 'issue', 'end', 'settle', 'settle', 'exchange', 'exchange'),
  at: fc.nat(2),
  pick: fc.nat(11),
})

const TEAMS = ['team-a', 'team-b']

function newWorld(): World {
  return { replicas: ['seat-a', 'seat-b', 'seat-c'].map((seat) => ({ seat, has: new Map() })), pastOf: new Map() }
}

function write<K extends OpKind>(
  world: World,
  replica: Replica,
  told: { readonly kind: K; readonly body: OpBodies[K]; readonly basis?: readonly OpId[] },
): OpEnvelope & OpOf<K> {
  const known = [...replica.has.values()]
  const seen: Record<string, number> = {}
  for (const { seat, seq } of known) seen[seat] = Math.max(seen[seat] ?? 0, seq)
  const seq = (seen[replica.seat] ?? 0) + 1
  // A hybrid clock that is only past what its seat has: entries of two seats often carry the same time.
  const last = known.reduce((highest, { hlc }) => Math.max(highest, Number(hlc.slice(0, 15))), 0)
  const op = {
    ...{ v: 1 as const, id: `${replica.seat}:${seq}`, seat: replica.seat, seq, prev: '', seen },
    ...{ hlc: `${String(last + 1).padStart(15, '0')}.00000`, wall: '', inc: 'incident-1', ent: '', basis: [] },
    ...{ by: BY_TACTICAL },
    ...told,
  }
  world.pastOf.set(op.id, new Set(replica.has.keys()))
  return op
}

function ordered(replica: Replica): AnyOp[] {
  return sortedBy([...replica.has.values()], ({ hlc, seat, seq }) => [hlc, seat, seq])
}

function settle(world: World, replica: Replica, { teamId, orders, heads }: ContestedTeam, pick: number): void {
  const stands = pick % 5 === 0 ? orders : orders.slice(pick % orders.length).slice(0, pick % 4 === 0 ? 0 : 1)
  const ids = stands.map(({ op }) => op.id)
  const keep = (op: AnyOp): void => void replica.has.set(op.id, op)
  const body = { teamId, stands: ids, who: '王值班', reason: '已电话核对' }
  const settled = write(world, replica, { kind: 'v1.contest.settled', body, basis: heads })
  keep(settled)
  for (const { op, withdrawnBy } of orders) {
    const { orderId } = op.body
    if (!ids.includes(op.id) && withdrawnBy === null) {
      const withdrawn = saidStep('withdrawn', '11:00', { orderId })
      keep(write(world, replica, { kind: 'v1.order.stepped', body: withdrawn, basis: [settled.id] }))
    }
    if (ids.includes(op.id) && withdrawnBy !== null) {
      const taken = { orderId, stepOp: withdrawnBy, at: null, reason: '裁定' }
      keep(write(world, replica, { kind: 'v1.order.corrected', body: taken, basis: [withdrawnBy, settled.id] }))
    }
  }
}

/** An order that its crew or its author ended, the withdrawals of settlements aside: those another may take back. */
function isEnded(replica: Replica, orderId: string): boolean {
  return [...replica.has.values()].some(
    (op) => op.kind === 'v1.order.stepped' && op.body.orderId === orderId && op.basis.length === 0,
  )
}

function take(replica: Replica, { act, pick }: Step, world: World): void {
  const orders = [...replica.has.values()].filter((op) => op.kind === 'v1.order.issued')
  if (act === 'issue') {
    const body = stationOrder({ orderId: `${replica.seat}-${replica.has.size}-${pick}`, teamId: TEAMS[pick % 2] ?? '' })
    const op = write(world, replica, { kind: 'v1.order.issued', body })
    replica.has.set(op.id, op)
  } else if (act === 'end') {
    const order = orders[pick % Math.max(1, orders.length)]
    if (order === undefined || order.kind !== 'v1.order.issued') return
    const body = saidStep(pick % 2 === 0 ? 'done' : 'withdrawn', '10:50', { orderId: order.body.orderId })
    const op = write(world, replica, { kind: 'v1.order.stepped', body })
    replica.has.set(op.id, op)
  } else if (act === 'settle') {
    const contests = contestedTeams(ordered(replica))
    const contest = contests[pick % Math.max(1, contests.length)]
    if (contest !== undefined) settle(world, replica, contest, pick)
  } else {
    const other = world.replicas[pick % 3]
    if (other === undefined) return
    for (const op of other.has.values()) replica.has.set(op.id, op)
    for (const op of replica.has.values()) other.has.set(op.id, op)
  }
}

/**
 * Pairs of live orders of one team whose authors did not know of each other and that no settlement in force speaks of
 * together: told from the sets of what each author had, without numbers, clocks or the code under test.
 */
function silentPairs(world: World, replica: Replica, contests: readonly ContestedTeam[]): string[] {
  const ops = [...replica.has.values()]
  const settled = ops.filter((op) => op.kind === 'v1.contest.settled')
  const inForce = settled.filter(({ id }) => !settled.some(({ basis }) => basis.includes(id)))
  const orders = ops.filter((op) => op.kind === 'v1.order.issued').filter(({ body }) => !isEnded(replica, body.orderId))
  const isShownAlone = ({ id, body }: OpOf<'v1.order.issued'>): boolean =>
    contests.find(({ teamId }) => teamId === body.teamId)?.heads.includes(id) === true
  const fought = orders.filter((order) => {
    const words = inForce
      .filter(({ basis }) => basis.includes(order.id))
      .map(({ body }) => body.stands.includes(order.id))
    return new Set(words).size > 1 && !isShownAlone(order)
  })
  const pairs = orders.flatMap((one, index) =>
    orders.slice(index + 1).flatMap((other) => {
      const knew = world.pastOf.get(one.id)?.has(other.id) === true || world.pastOf.get(other.id)?.has(one.id) === true
      if (knew || one.body.teamId !== other.body.teamId) return []
      const together = inForce.filter(({ basis }) => basis.includes(one.id) && basis.includes(other.id))
      const said = together.map(({ body }) => `${body.stands.includes(one.id)} ${body.stands.includes(other.id)}`)
      const isOverruled = ({ id }: { id: OpId }): boolean =>
        inForce.some(({ basis, body }) => basis.includes(id) && !body.stands.includes(id)) &&
        !inForce.some(({ basis, body }) => basis.includes(id) && body.stands.includes(id))
      const isSettled = new Set(said).size === 1 || isOverruled(one) || isOverruled(other)
      const contest = contests.find(({ teamId }) => teamId === one.body.teamId)
      const isShown = [one.id, other.id].every((id) => contest?.heads.includes(id) === true)
      return isSettled || isShown ? [] : [`${one.id} ${other.id}`]
    }),
  )
  return [...pairs, ...fought.map(({ id }) => id)]
}

/** Contests that nothing gives rise to: no order on which settlements in force differ, and no two orders nobody joined. */
function causeless(world: World, replica: Replica, contests: readonly ContestedTeam[]): string[] {
  const settled = [...replica.has.values()].filter((op) => op.kind === 'v1.contest.settled')
  const inForce = settled.filter(({ id }) => !settled.some(({ basis }) => basis.includes(id)))
  const wordsOn = (id: OpId): boolean[] =>
    inForce.filter(({ basis }) => basis.includes(id)).map(({ body }) => body.stands.includes(id))
  const isCause = (one: OpId, other: OpId): boolean => {
    const knew = world.pastOf.get(one)?.has(other) === true || world.pastOf.get(other)?.has(one) === true
    const isJoined = inForce.some(({ basis }) => basis.includes(one) && basis.includes(other))
    return one < other && !knew && !isJoined && !wordsOn(one).includes(false) && !wordsOn(other).includes(false)
  }
  return contests.flatMap(({ teamId, orders }) => {
    const ids = orders.map(({ op }) => op.id)
    const isDisputed = ids.some((id) => new Set(wordsOn(id)).size > 1)
    return isDisputed || ids.some((one) => ids.some((other) => isCause(one, other))) ? [] : [teamId]
  })
}

it('shows every team that three machines sent apart until a person settles it, in 2,000 schedules, and the same on all', () => {
  let shown = 0
  let disputed = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 30 }), (steps) => {
      const world = newWorld()
      for (const each of steps) {
        const replica = world.replicas[each.at]
        if (replica === undefined) continue
        take(replica, each, world)
        const contests = contestedTeams(ordered(replica))
        expect(silentPairs(world, replica, contests)).toEqual([])
        expect(causeless(world, replica, contests)).toEqual([])
        shown += contests.length
        disputed += contests.filter(({ settlements }) => settlements.length > 1).length
      }
      const everything = new Map(world.replicas.flatMap(({ has }) => [...has]))
      for (const { has } of world.replicas) for (const op of everything.values()) has.set(op.id, op)
      const [first, ...others] = world.replicas
      if (first === undefined) throw new Error('three machines')
      const answer = contestedTeams(ordered(first))
      for (const replica of others) expect(contestedTeams(ordered(replica))).toEqual(answer)
      // One person settles what is left, each naming all there is; nothing is left after that, on any machine.
      for (const contest of answer) settle(world, first, contest, 1)
      expect(contestedTeams(ordered(first))).toEqual([])
    }),
    { numRuns: 2000 },
  )
  expect(shown).toBeGreaterThan(2000)
  expect(disputed).toBeGreaterThan(5)
})
