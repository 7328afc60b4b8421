import type { SupplyItem } from '../../domain/parameters/supplies.ts'
import type { SupplyDemand } from '../../domain/plan/force-plan.ts'
import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { Reason } from '../../domain/reason.ts'
import { distanceM, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { inputsOf, isTrue, type FormulaScope } from '../formula/evaluate-formula.ts'
import { clockOf } from '../handling/scene-texts.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { EVIDENCE_NAMES, supplyQuantity } from '../supplies/supply-quantity.ts'
import { isRoadLost, type CutOffTownFacts } from './read-cut-off.ts'
import { townPoint } from './town-point.ts'

type Parameters = PlanningProblem['parameters']

/** When first relief in a street without contact is due: the relief clock from the loss of contact. Epoch seconds. */
export function reliefDueS({ sinceS }: CutOffTownFacts, { supplies }: Pick<Parameters, 'supplies'>): number {
  return sinceS + supplies.reliefClockS.value
}

/** Seconds from now to that moment, 0 when it is over. */
export function reliefLeftS(entry: CutOffTownFacts, parameters: Pick<Parameters, 'supplies'>, nowS: number): number {
  return Math.max(0, reliefDueS(entry, parameters) - nowS)
}

/** Says since when the clock of a street runs and when relief is due. */
export function reliefClockReason(
  entry: CutOffTownFacts,
  { supplies }: Pick<Parameters, 'supplies'>,
  { offsetMin, nowS }: Pick<FactSheet, 'offsetMin' | 'nowS'>,
): Reason {
  const dueS = reliefDueS(entry, { supplies })
  return makeReason(
    dueS <= nowS ? 'cut-off-clock-over' : 'cut-off-clock',
    {
      town: entry.town,
      since: clockOf(entry.sinceS, offsetMin),
      how: entry.isSinceKnown ? '失联时刻' : '失联时刻未报，按事发时刻',
      hours: supplies.reliefClockS.value / 3600,
      due: clockOf(dueS, offsetMin),
    },
    supplies.reliefClockS.source,
  )
}

/** Where goods for a street without contact go: into the street, or to a place outside where boat, helicopter or bearers take over. */
export interface HandOver {
  readonly id: string
  readonly name: string
  readonly location: LngLat
}

/** The place to which lorries bring goods for a street; null = the data set does not say where the street is. */
export function handOverOf(
  dataset: Pick<Dataset, 'places' | 'areas' | 'helipads' | 'stores'>,
  facts: Pick<FactSheet, 'cutOffTowns'>,
  entry: CutOffTownFacts,
): HandOver | null {
  const at = townPoint(dataset, entry.town)
  if (at === null) return null
  if (!isRoadLost(entry)) return { id: `town-${entry.town}`, name: `${entry.town}办事处`, location: at }
  const lost = new Set(facts.cutOffTowns.filter(isRoadLost).map(({ town }) => town))
  const places = [...dataset.helipads, ...dataset.stores.filter((store) => store.tier !== 'village')]
  const open = places.filter((place) => !lost.has(place.town))
  const [nearest] = sortedBy(open, (place) => [Math.round(distanceM(place, at)), place.id])
  if (nearest === undefined) return null
  const { lng, lat } = nearest
  return { id: `handover-${entry.town}`, name: `${nearest.name}（转运${entry.town}）`, location: { lng, lat } }
}

/** Satellite phones, radios and first relief for each street without contact; residents on record are no count of today. */
export function cutOffDemand(
  { dataset, parameters }: Pick<PlanningProblem, 'dataset' | 'parameters'>,
  facts: FactSheet,
  items: ReadonlyMap<string, SupplyItem>,
): SupplyDemand[] {
  const { supplies } = parameters
  return facts.cutOffTowns.flatMap((entry) => {
    const place = handOverOf(dataset, facts, entry)
    if (place === null) return []
    const registered = registeredIn(dataset, facts, entry.town)
    const scope: FormulaScope = { registered, reliefShare: supplies.cutOffReliefShare.value }
    const leftS = reliefLeftS(entry, parameters, facts.nowS)
    return supplies.cutOff.flatMap((need): SupplyDemand[] => {
      const item = items.get(need.itemCode)
      if (item === undefined || !isTrue(need.when, scope)) return []
      const quantity = supplyQuantity(need.formula, scope)
      if (quantity <= 0) return []
      return [
        {
          id: `S-${need.itemCode}-${place.id}`,
          itemCode: item.itemCode,
          item: item.item,
          quantity,
          unit: item.unit,
          toId: place.id,
          toName: place.name,
          bySAfterStart: need.byS === undefined ? leftS : Math.min(need.byS, leftS),
          formula: need.formula,
          inputs: inputsOf(need.formula, scope),
          basis: [
            makeReason(
              'cut-off-supply',
              { town: entry.town, item: item.item, registered, evidence: EVIDENCE_NAMES[need.evidence] },
              need.source,
            ),
            reliefClockReason(entry, parameters, facts),
          ],
        },
      ]
    })
  })
}

/** Residents on record in a street at this hour; null when none is recorded: unknown, not 0. */
function registeredIn(
  { populationPoints }: Pick<Dataset, 'populationPoints'>,
  facts: Pick<FactSheet, 'night'>,
  town: string,
): number | null {
  const rows = populationPoints.filter((row) => row.town === town && row.list === 'resident')
  if (rows.length === 0) return null
  return rows.reduce((sum, row) => sum + (facts.night ? (row.peopleNight ?? row.people) : row.people), 0)
}
