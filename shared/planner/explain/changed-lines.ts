import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { InfluencedKind, InfluencedLine } from '../../domain/plan/influence.ts'
import { canonicalJson } from '../../kernel/digest.ts'

/** One line of a plan: what identifies it, what it is called, and what of it counts as the same. */
interface Line {
  readonly id: string
  readonly name: string
  readonly content: unknown
}

/** The lines of one plan that another plan has otherwise: put in, taken out or changed; in the order of the kinds. */
export function changedLines(before: DispatchPlan, after: DispatchPlan): InfluencedLine[] {
  return KINDS.flatMap(([kind, linesOf]) => {
    const old = new Map(linesOf(before).map((line) => [line.id, line]))
    const now = new Map(linesOf(after).map((line) => [line.id, line]))
    return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((id): InfluencedLine[] => {
      const was = old.get(id)
      const is = now.get(id)
      if (was === undefined) return is === undefined ? [] : [{ kind, id, name: is.name, how: 'added' }]
      if (is === undefined) return [{ kind, id, name: was.name, how: 'removed' }]
      return canonicalJson(was.content) === canonicalJson(is.content)
        ? []
        : [{ kind, id, name: was.name, how: 'changed' }]
    })
  })
}

const KINDS: readonly (readonly [InfluencedKind, (plan: DispatchPlan) => Line[]])[] = [
  [
    'level',
    ({ incident: { level, response, alarm, majorJeopardy } }) => [
      {
        id: 'level',
        name: '等级',
        content: [level.value, level.range ?? null, response.value, alarm?.grade ?? null, majorJeopardy],
      },
    ],
  ],
  [
    'zone',
    ({ zones }) =>
      zones.map(({ id, basis, radiusM, lengthM, bearingDeg }) => ({
        id,
        name: id,
        content: [radiusM ?? null, lengthM ?? null, bearingDeg ?? null, basis.row],
      })),
  ],
  [
    'demand',
    ({ forcePlan }) =>
      forcePlan.demand.map(({ id, role, quantity, byS }) => ({ id, name: role, content: [quantity, byS] })),
  ],
  [
    'assignment',
    ({ forcePlan }) =>
      forcePlan.assignments.map(({ id, teamName, vehicles, capabilities, personnel }) => ({
        id,
        name: teamName,
        content: [vehicles.map((vehicle) => vehicle.id).sort(), capabilities, personnel],
      })),
  ],
  [
    'staging',
    ({ movementPlan }) => movementPlan.stagingAreas.map(({ id, name, location }) => ({ id, name, content: location })),
  ],
  [
    'movement',
    ({ movementPlan }) =>
      movementPlan.movements.map(({ teamId, teamName, distanceM, durationS }) => ({
        id: teamId,
        name: teamName,
        content: [distanceM, durationS],
      })),
  ],
  [
    'evacuation',
    ({ handlingPlan }) =>
      handlingPlan.evacuation.assignments.map(({ id, fromName, people, mode, shelterId }) => ({
        id,
        name: fromName,
        content: [people, mode, shelterId],
      })),
  ],
  [
    'supply',
    ({ forcePlan }) =>
      forcePlan.supplies.allocations.map(({ lotId, toId, item, quantity }) => ({
        id: `${lotId} ${toId}`,
        name: item,
        content: quantity,
      })),
  ],
  ['expert', ({ forcePlan }) => forcePlan.experts.map(({ personId, name }) => ({ id: personId, name, content: null }))],
  [
    'casualty',
    ({ handlingPlan }) =>
      handlingPlan.casualties.map(({ hospitalId, hospitalName, kind, patients }) => ({
        id: `${hospitalId} ${kind}`,
        name: hospitalName,
        content: patients,
      })),
  ],
  [
    'action',
    ({ handlingPlan }) =>
      handlingPlan.phases
        .flatMap(({ actions }) => actions)
        .map(({ id, text, assignee }) => ({ id, name: text, content: [text, assignee.personId] })),
  ],
]
