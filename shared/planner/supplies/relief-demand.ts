import type { SupplyDemand } from '../../domain/plan/force-plan.ts'
import type { EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import type { PeopleGroup, ReliefNeed, SupplyItem } from '../../domain/parameters/supplies.ts'
import type { Reason } from '../../domain/reason.ts'
import { localParts } from '../../kernel/instant.ts'
import { groupBy } from '../../kernel/order.ts'
import { reliefClockReason, reliefLeftS } from '../cut-off/cut-off-supplies.ts'
import { factScope } from '../formula/fact-scope.ts'
import { inputsOf, isTrue, type FormulaScope } from '../formula/evaluate-formula.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { groupsByShelter, shareOf, type GroupCounts } from './people-groups.ts'
import { EVIDENCE_NAMES, supplyQuantity } from './supply-quantity.ts'

/** Who is moved where, and the items of the stores. */
export interface ReliefContext {
  readonly evacuation: EvacuationPlan
  readonly items: ReadonlyMap<string, SupplyItem>
}

/** Needs of the people in each shelter: everybody's, and those of each group. */
export function reliefDemand(
  problem: Pick<PlanningProblem, 'dataset' | 'parameters'>,
  facts: FactSheet,
  { evacuation, items }: ReliefContext,
): SupplyDemand[] {
  const { supplies } = problem.parameters
  const { relief, reliefDays, reliefDaysShort, reliefClockS } = supplies
  const isTransfer = evacuation.assignments.some((row) => row.mode === 'transfer')
  const days = isTransfer ? reliefDays.value : reliefDaysShort.value
  const moved = evacuation.assignments.filter((row) => row.shelterId !== null)
  const byShelter = groupBy(moved, (row) => row.shelterId ?? '')
  const groups = groupsByShelter({ dataset: problem.dataset, supplies }, evacuation)
  const facet = factScope(facts)
  return [...byShelter].flatMap(([toId, rows]) => {
    const people = rows.reduce((sum, row) => sum + row.people, 0)
    const counts = groups.get(toId)
    const town = problem.dataset.shelters.find((row) => row.id === toId)?.town
    const lost = facts.cutOffTowns.find((entry) => entry.town === town)
    const scope: FormulaScope = {
      ...facet,
      people,
      days,
      summer: isSummer(facts),
      openSpace: facts.type === 'earthquake',
      overnight: isTransfer || facts.night,
      transferred: isTransfer,
      ...sizesOf(counts),
    }
    return relief.flatMap((need): SupplyDemand[] => {
      const item = items.get(need.itemCode)
      if (item === undefined || !isTrue(need.when, scope)) return []
      const quantity = supplyQuantity(need.formula, scope)
      if (quantity <= 0) return []
      return [
        {
          id: `S-${need.itemCode}-${toId}`,
          itemCode: item.itemCode,
          item: item.item,
          quantity,
          unit: item.unit,
          toId,
          toName: rows[0]?.shelterName ?? toId,
          bySAfterStart:
            lost === undefined
              ? reliefClockS.value
              : Math.min(reliefClockS.value, reliefLeftS(lost, problem.parameters, facts.nowS)),
          formula: need.formula,
          inputs: inputsOf(need.formula, scope),
          basis: [
            makeReason('supply-relief', { people, days, evidence: EVIDENCE_NAMES[need.evidence] }, need.source),
            ...groupReasons(need, counts, supplies),
            lost === undefined
              ? makeReason('supply-relief-clock', { hours: reliefClockS.value / 3600 }, reliefClockS.source)
              : reliefClockReason(lost, problem.parameters, facts),
          ],
        },
      ]
    })
  })
}

/** People of each group, counted and assumed together; the reasons keep them apart. */
function sizesOf(counts: GroupCounts | undefined): FormulaScope {
  const size = (group: PeopleGroup): number => {
    const count = counts?.[group]
    return count === undefined ? 0 : count.listed + count.estimated
  }
  return {
    infants: size('infants'),
    elderly: size('elderly'),
    patients: size('patients'),
    needHelp: size('needHelp'),
  }
}

/** Whom a need is for: how many by list and how many by share, never one number for both. */
function groupReasons(
  need: ReliefNeed,
  counts: GroupCounts | undefined,
  supplies: PlanningProblem['parameters']['supplies'],
): Reason[] {
  const helped = counts?.needHelp
  const nearDoor =
    need.nearDoor === true && helped !== undefined && helped.listed + helped.estimated > 0
      ? [makeReason('supply-near-door', { listed: helped.listed, estimated: helped.estimated })]
      : []
  if (need.group === undefined || counts === undefined) return nearDoor
  const { listed, estimated, unsaid } = counts[need.group]
  const share = shareOf(need.group, supplies)
  const group = GROUP_NAMES[need.group]
  if (unsaid === 0) return [makeReason('supply-group-listed', { group, listed }), ...nearDoor]
  const facts = {
    group,
    listed,
    estimated,
    unsaid,
    percent: Math.round(share.value * 1000) / 10,
    evidence: EVIDENCE_NAMES[share.evidence],
  }
  return [makeReason('supply-group', facts, share.source), ...nearDoor]
}

const GROUP_NAMES: Readonly<Record<PeopleGroup, string>> = {
  infants: '婴幼儿',
  elderly: '老人',
  patients: '病人',
  needHelp: '行动不便人员',
}

/** June to September: mats instead of quilts. */
function isSummer(facts: FactSheet): boolean {
  const month = Number(localParts(facts.nowS, facts.offsetMin).date.slice(5, 7))
  return month >= 6 && month <= 9
}
