import type { IssuedOrder } from '../../domain/command/order.ts'
import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { DispatchPlan, PostHolder } from '../../domain/plan/dispatch-plan.ts'

type Organisation = Dataset['organisations'][number]

/** Roles on the ladder, in the order of ringing. */
export const RUNG_ROLES = ['receiver', 'duty', 'deputy', 'organisation', 'runnerUp', 'commander'] as const

/** A number to ring; see the contract of orders. */
interface Rung {
  readonly role: (typeof RUNG_ROLES)[number]
  readonly id: string
  readonly name: string
  /** Empty = the library holds none. */
  readonly phone: string
  /** Seconds after the order became overdue. */
  readonly afterS: number
}

/** What the ladder is read from. */
export interface LadderSource {
  readonly dataset: Pick<Dataset, 'teams' | 'people' | 'organisations' | 'stores'>
  readonly plan: DispatchPlan | null
  readonly ringNextAfterS: number
  /** Who of an organisation is on the roster now; null = nobody with a phone. */
  readonly dutyOf: (
    organisationName: string,
  ) => { readonly id: string; readonly name: string; readonly phone: string } | null
  /** Teams that are bound by other live orders: they cannot step in. */
  readonly bound: ReadonlySet<string>
}

/**
 * Who is rung about an overdue order, one after the other: the receiver, his organisation's duty person or his deputy, the
 * organisation, then the next best team of the plan, at last the commander (design rule: a fixed time apart).
 */
export function ladderOf(order: IssuedOrder, source: LadderSource): Rung[] {
  const { receiver } = order
  const first = { role: 'receiver' as const, id: receiver.id, name: receiver.name, phone: receiver.phone }
  const organisation = organisationOf(order, source)
  const duty = organisation === null ? null : source.dutyOf(organisation.name)
  const deputy = deputyOf(order, source.plan)
  const next = order.teamId === null ? null : runnerUpOf(order.teamId, source)
  const commander = source.plan?.headquarters[order.hq].commander ?? null
  const rungs = [
    first,
    ...(deputy === null ? [] : [{ role: 'deputy' as const, ...deputy }]),
    ...(duty === null ? [] : [{ role: 'duty' as const, ...duty }]),
    ...(organisation === null
      ? []
      : [{ role: 'organisation' as const, id: organisation.id, name: organisation.name, phone: organisation.phone }]),
    ...(next === null ? [] : [{ role: 'runnerUp' as const, ...next }]),
    ...(commander === null
      ? []
      : [
          {
            role: 'commander' as const,
            id: commander.personId,
            name: commander.title + commander.name,
            phone: commander.phone,
          },
        ]),
  ]
  // The same number is not rung twice; the first who has it stands.
  const once = rungs.filter(
    (rung, index) => rung.phone === '' || rungs.findIndex(({ phone }) => phone === rung.phone) === index,
  )
  return once.map((rung, index) => ({ ...rung, afterS: index * source.ringNextAfterS }))
}

function organisationOf({ teamId, receiver }: IssuedOrder, { dataset }: LadderSource): Organisation | null {
  const byId = (id: string): Organisation | null => dataset.organisations.find((row) => row.id === id) ?? null
  const named = (name: string): Organisation | null =>
    name === '' ? null : (dataset.organisations.find((row) => row.name === name) ?? null)
  if (teamId !== null) {
    const team = dataset.teams.find(({ id }) => id === teamId)
    return byId(team?.extras?.['parent_id'] ?? '')
  }
  if (receiver.kind === 'store') {
    const town = dataset.stores.find(({ id }) => id === receiver.id)?.town ?? ''
    return town === '' ? null : named(`${town}办事处`)
  }
  if (receiver.kind === 'organisation') return byId(receiver.id)
  const person = dataset.people.find(
    ({ id, phone }) => id === receiver.id || (phone !== '' && phone === receiver.phone),
  )
  return person === undefined ? null : named(person.organisation)
}

function deputyOf({ receiver }: IssuedOrder, plan: DispatchPlan | null): Omit<Rung, 'role' | 'afterS'> | null {
  if (plan === null || receiver.id === '') return null
  const { administrative, tactical } = plan.headquarters
  const holders: PostHolder[] = [administrative, tactical].flatMap(({ commander, posts, workGroups }) => [
    ...(commander === null ? [] : [commander]),
    ...posts,
    ...workGroups.flatMap(({ lead }) => lead ?? []),
  ])
  const held = holders.find(({ personId, post }) => personId === receiver.id || post === receiver.id)
  return held?.deputy ? { id: held.deputy.personId, name: held.deputy.name, phone: held.deputy.phone } : null
}

function runnerUpOf(teamId: string, { plan, dataset, bound }: LadderSource): Omit<Rung, 'role' | 'afterS'> | null {
  const line = plan?.forcePlan.assignments.find((candidate) => candidate.teamId === teamId)
  const sent = new Set(plan?.forcePlan.assignments.map((one) => one.teamId))
  const next = line?.runnersUp.find((one) => one.etaS !== null && !bound.has(one.teamId) && !sent.has(one.teamId))
  if (next === undefined) return null
  const team = dataset.teams.find(({ id }) => id === next.teamId)
  return { id: next.teamId, name: next.teamName, phone: team?.phone ?? '' }
}
