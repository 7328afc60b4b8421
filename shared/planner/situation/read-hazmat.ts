import type { HazmatTables, Substance } from '../../domain/hazmat.ts'
import type { Incident } from '../../domain/incident.ts'
import type { IncidentType } from '../../domain/taxonomy.ts'
import type { HazmatSituation } from '../problem.ts'

/** Types that are a dangerous-goods incident even when nothing is known of the substance. */
const ALWAYS_HAZMAT: readonly IncidentType[] = ['hazmat_road', 'hazmat_fixed', 'pipeline']

/** Guides of flammable gases in ERG2024; 117 and 119 are toxic as well. */
const FLAMMABLE_GAS_GUIDES = ['115', '116', '117', '118', '119']

/**
 * The hazmat facts with the rules of the unknown applied (design rule HZ15): unknown substance = guide 111, in a
 * round-ended pressure tank guide 117; `spill: unknown` counts as large; fire not reported counts as no fire and stands
 * among the unknowns. Null when the incident has nothing to do with dangerous goods.
 */
export function readHazmat(
  incident: Pick<Incident, 'type' | 'hazmat'>,
  tables: Pick<HazmatTables, 'substances' | 'isolation'>,
): HazmatSituation | null {
  const facts = incident.hazmat
  if (facts === undefined && !ALWAYS_HAZMAT.includes(incident.type)) return null
  const un = facts?.un ?? null
  const substance = un === null ? null : (tables.substances.find((entry) => entry.un === un) ?? null)
  const guide = guideOf(un, substance, facts?.vessel === 'pressure', tables)
  const flammableGas = FLAMMABLE_GAS_GUIDES.includes(guideNumber(guide))
  return {
    substance,
    un,
    guide,
    container: facts?.container ?? 'unknown',
    largeSpill: facts?.spill !== 'small',
    quantityT: facts?.quantityT ?? null,
    onFire: facts?.onFire === true,
    toxic: substance === null || substance.toxicByInhalation,
    flammableGas,
    liquefiedFlammableGas: flammableGas && isLiquefied(substance),
    waterReactive: substance?.waterReactive ?? false,
  }
}

/** Guide number without the mark of polymerisation: "116P" → "116". */
export function guideNumber(guide: string): string {
  return guide.replace(/P$/, '')
}

function guideOf(
  un: string | null,
  substance: Substance | null,
  pressureVessel: boolean,
  tables: Pick<HazmatTables, 'isolation'>,
): string {
  if (substance !== null && substance.guide !== '') return substance.guide
  const row = tables.isolation.find((entry) => entry.un === un)
  return row?.guide ?? (pressureVessel ? '117' : '111')
}

/** Gases are shipped liquefied unless every name says compressed or dissolved; an unknown gas counts as liquefied. */
function isLiquefied(substance: Substance | null): boolean {
  return substance === null || !substance.nameEn.split(' / ').every((name) => /compressed|dissolved/i.test(name))
}
