import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { areaM2 } from '../../kernel/geo.ts'
import { makeFinding } from '../reason.ts'
import type { CheckFinding, PlanCheck } from './check-rule.ts'
import type { RebuiltBasis } from './rebuild-basis.ts'

/** Zones from which people and engines are kept out. */
const GUARDED = new Set<Zone['kind']>(['isolation', 'protective', 'fireIsolation', 'collapse', 'cordon'])

/**
 * Every initial zone the tables ask for and every measured one must stand in the plan, at least as large; only a person
 * closes an initial one, through the facts of the incident.
 */
export const checkZones: PlanCheck = ({ plan, basis }) =>
  basis.zones
    .filter((required) => GUARDED.has(required.kind) || required.stage === 'measured')
    .flatMap((required) => {
      const row = `${required.basis.source} ${required.basis.row}`
      const index = plan.zones.findIndex((zone) =>
        required.stage === 'measured'
          ? zone.id === required.id
          : zone.kind === required.kind && zone.stage === 'initial',
      )
      const found = plan.zones[index]
      if (!found) return [makeFinding('zone-missing', 'block', 'zones', { kind: required.kind, row })]
      if (found.closed !== undefined && required.closed === undefined)
        return [makeFinding('zone-closed-unfounded', 'block', `zones.${index}`, { kind: required.kind, row })]
      const shrunk = sizeM(found) < sizeM(required)
      // The drawn shape counts too: a label of 150 m on a smaller circle protects nobody.
      const drawnSmaller = areaM2(found.geometry) < areaM2(required.geometry) * 0.98
      if (!shrunk && !drawnSmaller) return []
      return [
        ...unknownSubstance(basis, required, found),
        makeFinding('zone-too-small', 'block', `zones.${index}`, {
          kind: required.kind,
          statedM: Math.round(sizeM(found)),
          requiredM: Math.round(sizeM(required)),
          row,
        }),
      ]
    })

/** HZ15: an unknown substance keeps the circle of its guide until it is known. */
function unknownSubstance({ facts }: RebuiltBasis, required: Zone, stated: Zone): CheckFinding[] {
  if (facts.hazmat === null || facts.hazmat.substance !== null || required.kind !== 'isolation') return []
  const sizes = { requiredM: Math.round(sizeM(required)), statedM: Math.round(sizeM(stated)) }
  return [makeFinding('HZ15', 'block', 'zones', { guide: facts.hazmat.guide, ...sizes })]
}

function sizeM(zone: Zone): number {
  return zone.lengthM ?? zone.radiusM ?? Math.sqrt(areaM2(zone.geometry))
}
