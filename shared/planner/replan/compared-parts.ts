import type { ChangeKind } from '../../domain/plan/plan-change.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import {
  alarmWords,
  demandWords,
  evacuationWords,
  GRAVITY_NAMES,
  levelWords,
  missingWords,
  routeWords,
  teamWords,
  zoneName,
  zoneWords,
} from '../../text/change-words.ts'
import { groupBy } from '../../kernel/order.ts'
import { nameOfNeed } from '../../text/name-of-need.ts'

/** One line of a plan as it is compared. */
export interface ComparedLine {
  readonly id: string
  readonly name: string
  readonly words: string
  /** What must be equal; where left out, the words. */
  readonly key?: string
}

/** A list of a plan that is compared line by line. */
export interface ComparedPart {
  readonly where: string
  /** Stage that decides it. */
  readonly stage: string
  readonly added: ChangeKind
  readonly dropped: ChangeKind
  readonly changed: ChangeKind
  /** Lines of a plan; words may leave out what is the same in the other. */
  readonly lines: (plan: DispatchPlan, other: DispatchPlan) => readonly ComparedLine[]
}

function part(
  stage: string,
  where: string,
  kind: ChangeKind,
  lines: ComparedPart['lines'],
  others: Partial<Pick<ComparedPart, 'added' | 'dropped'>> = {},
): ComparedPart {
  return { stage, where, added: kind, dropped: kind, changed: kind, ...others, lines }
}

/** All compared lists, in the order of weight. Times alone are no change: they move with the clock. */
export const COMPARED_PARTS: readonly ComparedPart[] = [
  part('grade', 'incident', 'levelChanged', ({ incident }) => [
    { id: 'level', name: GRAVITY_NAMES.level, words: levelWords(incident.level.value) },
    { id: 'response', name: GRAVITY_NAMES.response, words: levelWords(incident.response.value) },
    { id: 'alarm', name: GRAVITY_NAMES.alarm, words: alarmWords(incident.alarm) },
  ]),
  part('draw-zones', 'zones', 'zoneChanged', ({ zones }) =>
    zones.map((zone) => ({
      id: zone.id,
      name: zoneName(zone),
      words: zoneWords(zone),
      key: JSON.stringify(zone.geometry),
    })),
  ),
  part('assign-and-move', 'movementPlan.stagingAreas', 'stagingMoved', ({ movementPlan }) =>
    movementPlan.stagingAreas.map(({ id, name, kind, location }) => ({
      id,
      name,
      words: name,
      key: JSON.stringify([kind, location.lng, location.lat]),
    })),
  ),
  part(
    'assign-and-move',
    'forcePlan.assignments',
    'teamRole',
    ({ forcePlan }) =>
      forcePlan.assignments.map((line) => ({
        id: line.teamId,
        name: line.teamName,
        words: teamWords(line),
        key: JSON.stringify([line.role, line.hq, line.capabilities, line.vehicles.map(({ id }) => id).sort()]),
      })),
    { added: 'teamAdded', dropped: 'teamDropped' },
  ),
  part('assign-and-move', 'movementPlan.movements', 'routeChanged', ({ movementPlan }) =>
    movementPlan.movements.map((line) => ({
      id: line.teamId,
      name: line.teamName,
      words: routeWords(line),
      key: JSON.stringify([line.stagingAreaId, line.roads.map(({ name }) => name), line.geometry.coordinates.at(-1)]),
    })),
  ),
  part('derive-demand', 'forcePlan.demand', 'demandChanged', ({ forcePlan }) =>
    forcePlan.demand.map((line) => ({ id: line.id, name: nameOfNeed(line), words: demandWords(line) })),
  ),
  part('assign-and-move', 'forcePlan.shortfalls', 'shortfallChanged', ({ forcePlan }) =>
    forcePlan.shortfalls.map((line) => ({
      id: line.demandId,
      name: nameOfNeed(line),
      words: missingWords(line.missing),
    })),
  ),
  part('plan-supplies', 'forcePlan.supplies.shortfalls', 'shortfallChanged', ({ forcePlan }) =>
    forcePlan.supplies.shortfalls.map(({ itemCode, toId, item, missing, unit }) => ({
      id: `${itemCode}:${toId}`,
      name: item,
      words: `${missingWords(missing)}${unit}`,
    })),
  ),
  part('plan-evacuation', 'handlingPlan.evacuation.assignments', 'shelterChanged', peopleByGroup),

  part('plan-supplies', 'forcePlan.supplies.allocations', 'supplyChanged', ({ forcePlan }) =>
    sumUp(
      forcePlan.supplies.allocations.map(({ storeId, storeName, lotId, itemCode, item, toId, quantity, unit }) => ({
        id: `${storeId}:${lotId}:${itemCode}:${toId}`,
        name: `${storeName} ${item}`,
        quantity,
        unit,
      })),
    ),
  ),
  part(
    'plan-handling',
    'handlingPlan.phases',
    'actionChanged',
    ({ handlingPlan }) =>
      handlingPlan.phases.flatMap(({ title, actions }) =>
        actions.map(({ id, text }) => ({ id, name: title, words: text })),
      ),
    { added: 'actionAdded', dropped: 'actionDropped' },
  ),
  part('plan-handling', 'handlingPlan.mustNot', 'mustNotChanged', ({ handlingPlan }) =>
    handlingPlan.mustNot.map(({ code, text }) => ({ id: code, name: code, words: text })),
  ),
  part('plan-handling', 'handlingPlan.casualties', 'hospitalChanged', ({ handlingPlan }) =>
    sumUp(
      handlingPlan.casualties.map(({ hospitalId, hospitalName, patients }) => ({
        id: hospitalId,
        name: hospitalName,
        quantity: patients,
        unit: '人',
      })),
    ),
  ),
  part('assign-and-move', 'forcePlan.reserve', 'reserveChanged', ({ forcePlan }) =>
    forcePlan.reserve.map(({ teamId, teamName }) => ({ id: teamId, name: teamName, words: teamName })),
  ),
  part('select-experts', 'forcePlan.experts', 'expertChanged', ({ forcePlan }) =>
    forcePlan.experts.map(({ personId, name, specialty }) => ({ id: personId, name, words: specialty })),
  ),
]

/** One line a group, wherever its parts go, so that one part less does not shift the others; told are the parts that differ. */
function peopleByGroup({ handlingPlan }: DispatchPlan, other: DispatchPlan): ComparedLine[] {
  const others = groupBy(other.handlingPlan.evacuation.assignments, ({ fromId }) => fromId)
  return [...groupBy(handlingPlan.evacuation.assignments, ({ fromId }) => fromId)].map(([id, rows]) => {
    const parts = rows.map((row) => evacuationWords(row))
    const same = new Set((others.get(id) ?? []).map((row) => evacuationWords(row)))
    const differing = parts.filter((words) => !same.has(words))
    return {
      id,
      name: rows[0]?.fromName ?? id,
      words: (differing.length > 0 ? differing : parts).join('、'),
      key: JSON.stringify([...parts].sort()),
    }
  })
}

/** Lines of one id added up. */
function sumUp(
  rows: readonly { readonly id: string; readonly name: string; readonly quantity: number; readonly unit: string }[],
): ComparedLine[] {
  const sums = new Map<string, (typeof rows)[number]>()
  for (const row of rows) sums.set(row.id, { ...row, quantity: row.quantity + (sums.get(row.id)?.quantity ?? 0) })
  return [...sums.values()].map(({ id, name, quantity, unit }) => ({ id, name, words: `${quantity}${unit}` }))
}
