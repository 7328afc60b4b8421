import { sortedBy } from '../../kernel/order.ts'
import { makeFinding } from '../reason.ts'
import { distanceFromAreasM } from '../situation/own-areas.ts'
import { townsInAddress } from '../situation/towns-in-address.ts'
import type { PlanCheck } from './check-rule.ts'

/**
 * The address and the coordinates name the same town. A wrong pin sends everybody to another street, so a person is asked;
 * a place within the stated uncertainty of the position and the error of the outlines is none (design rule).
 */
export const checkAddress: PlanCheck = ({ plan, context, basis }) => {
  const { facts } = basis
  const towns = townsInAddress(plan.incident.location.address ?? '', context.dataset).map(({ area, isSure }) => ({
    name: area.name,
    isSure,
    metres: Math.floor(distanceFromAreasM(facts.scene, [area]) ?? 0),
  }))
  const toleranceM = facts.uncertaintyM + context.parameters.zones.addressMarginM.value
  const [nearest] = sortedBy(
    towns.filter(({ isSure }) => isSure),
    ({ metres, name }) => [metres, name],
  )
  if (nearest === undefined || towns.some(({ metres }) => metres <= toleranceM)) return []
  return [
    makeFinding('address-elsewhere', 'warn', 'incident.location', {
      named: nearest.name,
      town: facts.town ?? '辖区以外',
      distanceM: nearest.metres,
      toleranceM,
    }),
  ]
}
