import type { FactRange, FactSheet } from '../problem.ts'
import type { FormulaScope } from './evaluate-formula.ts'

/**
 * The names a formula may use: every known fact (a range counts with its upper end: prepare for the worst; "at least"
 * counts with its lower end), time, wind and the hazmat situation. Unknown values are null, never 0.
 */
export function factScope(facts: FactSheet): FormulaScope {
  const ranges = Object.fromEntries(Object.entries(facts.facts).map(([key, range]) => [key, worstOf(range)]))
  const { hazmat, wind } = facts
  return {
    ...ranges,
    hurt: hurtOf(facts),
    hurtOrTrapped: sumOfKnown([
      hurtOf(facts),
      ...(['trapped', 'missing', 'deaths'] as const).map((key) => worstOf(facts.facts[key])),
    ]),
    type: facts.type,
    cutOffTowns: facts.cutOffTowns.length,
    night: facts.night,
    windUsable: wind.usable,
    windSpeedMs: wind.speedMs,
    windFromDeg: wind.fromDeg,
    signal: facts.signal,
    signalKind: facts.signalKind,
    buildingFloors: facts.buildingFloors,
    hazmat: hazmat !== null,
    onFire: hazmat?.onFire ?? null,
    largeSpill: hazmat?.largeSpill ?? null,
    toxic: hazmat?.toxic ?? null,
    flammableGas: hazmat?.flammableGas ?? null,
    liquefiedFlammableGas: hazmat?.liquefiedFlammableGas ?? null,
    waterReactive: hazmat?.waterReactive ?? null,
    substanceKnown: hazmat === null ? null : hazmat.substance !== null,
    quantityT: hazmat?.quantityT ?? null,
    container: hazmat?.container ?? null,
    guide: hazmat === null ? null : Number.parseInt(hazmat.guide, 10),
    un: hazmat?.un ?? null,
    hazardClass: hazmat?.substance?.classDivision ?? null,
  }
}

/** The worst value of a range: its upper end, or the lower end of "at least". */
export function worstOf(range: FactRange): number | null {
  return range.max ?? range.min
}

/** People hurt: the largest of the counts that overlap (injured, of whom serious or poisoned); null when none is known. */
function hurtOf({ facts }: FactSheet): number | null {
  const counts = (['injured', 'seriousInjuries', 'poisoned'] as const).map((key) => worstOf(facts[key]))
  const known = counts.filter((count) => count !== null)
  return known.length === 0 ? null : Math.max(...known)
}

function sumOfKnown(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null)
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0)
}
