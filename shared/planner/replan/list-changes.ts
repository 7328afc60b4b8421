import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { PlanChange } from '../../domain/plan/plan-change.ts'
import type { PlanInForce, PlanningProblem } from '../problem.ts'
import { COMPARED_PARTS, type ComparedLine, type ComparedPart } from './compared-parts.ts'
import { explainChanges, type BareChange, type GivenUp } from './explain-changes.ts'
import { findCauses } from './find-causes.ts'

/** Every difference of a new plan to the plan in force, gravest first, each with at least one reason. */
export function listChanges(
  inForce: PlanInForce,
  after: DispatchPlan,
  dataset: PlanningProblem['dataset'],
  givenUp: GivenUp = {},
): PlanChange[] {
  const changes = COMPARED_PARTS.flatMap((part) => comparePart(part, inForce.plan, after))
  return explainChanges(changes, { before: inForce.plan, after, causes: findCauses(inForce, after, dataset), givenUp })
}

function comparePart(part: ComparedPart, before: DispatchPlan, after: DispatchPlan): BareChange[] {
  const [was, is] = [byId(part.lines(before, after)), byId(part.lines(after, before))]
  // A way that begins or ends with its team is told with the team.
  const told =
    part.changed === 'routeChanged' ? [...is.keys()].filter((id) => was.has(id)) : [...is.keys(), ...was.keys()]
  return [...new Set(told)].flatMap((id) => {
    const [old, now] = [was.get(id), is.get(id)]
    if (old !== undefined && now !== undefined && keyOf(old) === keyOf(now)) return []
    const kind = old === undefined ? part.added : now === undefined ? part.dropped : part.changed
    return [
      {
        id: `${kind}:${id}`,
        kind,
        where: part.where,
        stage: part.stage,
        subjectId: id,
        name: now?.name ?? old?.name ?? id,
        before: old?.words ?? null,
        after: now?.words ?? null,
      },
    ]
  })
}

function byId(lines: readonly ComparedLine[]): Map<string, ComparedLine> {
  return new Map(lines.map((line) => [line.id, line]))
}

function keyOf({ key, words }: ComparedLine): string {
  return key ?? words
}
