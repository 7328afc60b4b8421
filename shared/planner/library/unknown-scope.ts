import type { IncidentType } from '../../domain/taxonomy.ts'
import { factScope } from '../formula/fact-scope.ts'
import type { FormulaScope } from '../formula/evaluate-formula.ts'
import type { FactSheet } from '../problem.ts'
import { readFactRanges } from '../situation/fact-ranges.ts'
import { readHazmat } from '../situation/read-hazmat.ts'

/** Which names a formula may use: those of the facts, or those of a demand, which also knows grading and zones. */
export type FormulaPlace = 'facts' | 'demand'

/** The names a formula may use while nothing but the type of the incident is known. */
export function unknownScope(type: IncidentType, place: FormulaPlace): FormulaScope {
  const facts: FactSheet = {
    ...{ type, nowS: 0, offsetMin: 480, scene: { lng: 0, lat: 0 }, uncertaintyM: 0, town: null, night: false },
    ...{ sunriseS: null, sunsetS: null, wind: { fromDeg: null, speedMs: null, usable: false } },
    ...{ signal: null, signalKind: null, buildingFloors: null, unknowns: [] },
    hazmat: readHazmat({ type }, NO_TABLES),
    cutOffTowns: [],
    facts: readFactRanges({ facts: {} }),
  }
  return place === 'facts' ? factScope(facts) : { ...factScope(facts), ...LATER }
}

/** The same names with a value of the right kind in each, to see that a formula never mixes kinds. */
export function knownScope(type: IncidentType, place: FormulaPlace): FormulaScope {
  const names = Object.entries(unknownScope(type, place))
  return Object.fromEntries(names.map(([name, value]) => [name, value ?? sampleOf(name)]))
}

const NO_TABLES = { substances: [], isolation: [] }

const LATER = {
  ...{ alarmGrade: null, eventLevel: null, responseLevel: null },
  ...{ isolationM: null, protectiveM: null, peopleMoving: null },
}

const TRUTHS = new Set([
  ...['onFire', 'largeSpill', 'toxic', 'flammableGas', 'liquefiedFlammableGas', 'waterReactive', 'substanceKnown'],
])
const TEXTS = new Set(['signal', 'signalKind', 'container', 'un', 'hazardClass', 'eventLevel', 'responseLevel'])

function sampleOf(name: string): boolean | string | number {
  if (TRUTHS.has(name)) return true
  return TEXTS.has(name) ? '' : 7
}
