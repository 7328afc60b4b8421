import type { IncidentType } from '#shared/domain/taxonomy.ts'
import type { KnownFact } from '#shared/domain/incident.ts'

/** Unit words of a fact on the form. */
export type FactUnit =
  | 'people'
  | 'cny'
  | 'ha'
  | 'hours'
  | 'magnitude'
  | 'km'
  | 'm'
  | 'floor'
  | 't'
  | 'cm'
  | 'points'
  | 'm2'
  | 'mm'
  | 'share'
  | 'mw'
  | 'households'
  | 'buildings'
  | 'vehicles'
  | 'm3h'
  | 'mpa'
  | 'lifts'

/** Unit of each fact the planner reads. */
export const FACT_UNITS: Readonly<Record<KnownFact, FactUnit>> = {
  deaths: 'people',
  seriousInjuries: 'people',
  injured: 'people',
  trapped: 'people',
  missing: 'people',
  affected: 'people',
  peopleAtRisk: 'people',
  peopleToMove: 'people',
  lossCny: 'cny',
  burntAreaHa: 'ha',
  damagedForestHa: 'ha',
  uncontrolledHours: 'hours',
  magnitude: 'magnitude',
  focalDepthKm: 'km',
  buildingHeightM: 'm',
  fireFloor: 'floor',
  shipTonnage: 't',
  oilSpillT: 't',
  floodDepthCm: 'cm',
  floodedPoints: 'points',
  floodedAreaM2: 'm2',
  rain3hMm: 'mm',
  rainForecastMm: 'mm',
  usersOutShare: 'share',
  loadShedShare: 'share',
  gridLoadMw: 'mw',
  householdsOut: 'households',
  outageHours: 'hours',
  collapsedBuildings: 'buildings',
  poisoned: 'people',
  vehiclesInvolved: 'vehicles',
  fireAreaM2: 'm2',
  tunnelLengthM: 'm',
  shaftDepthM: 'm',
  inflowM3h: 'm3h',
  pressureMpa: 'mpa',
  pipeDiameterMm: 'mm',
  liftsStuck: 'lifts',
}

/** What a typed figure of a fact is divided by: shares are typed in percent. Keys may come from outside. */
export function scaleOf(key: string): 1 | 100 {
  const units: Readonly<Record<string, FactUnit>> = FACT_UNITS
  return units[key] === 'share' ? 100 : 1
}

const CASUALTIES: readonly KnownFact[] = ['deaths', 'seriousInjuries', 'injured', 'trapped', 'missing']
const WATER: readonly KnownFact[] = [
  ...CASUALTIES,
  'affected',
  'peopleToMove',
  'rainForecastMm',
  'rain3hMm',
  'floodDepthCm',
  'floodedPoints',
]
const HAZMAT: readonly KnownFact[] = [...CASUALTIES, 'poisoned', 'peopleAtRisk']
const UTILITY: readonly KnownFact[] = ['householdsOut', 'outageHours', 'affected', ...CASUALTIES]

/** Facts asked for on the form by incident type; the first are asked first. */
export const RELEVANT_FACTS: Readonly<Record<IncidentType, readonly KnownFact[]>> = {
  flood: WATER,
  typhoon: [...CASUALTIES, 'affected', 'peopleToMove', 'rainForecastMm', 'floodedPoints'],
  waterlogging: [...WATER, 'floodedAreaM2'],
  geo_hazard: [...CASUALTIES, 'peopleAtRisk', 'peopleToMove', 'collapsedBuildings'],
  earthquake: ['magnitude', 'focalDepthKm', ...CASUALTIES, 'collapsedBuildings', 'affected'],
  forest_fire: ['burntAreaHa', 'damagedForestHa', 'uncontrolledHours', ...CASUALTIES, 'peopleAtRisk'],
  storm_surge: WATER,
  hazmat_fixed: HAZMAT,
  hazmat_road: [...HAZMAT, 'vehiclesInvolved'],
  pipeline: [...HAZMAT, 'pressureMpa', 'pipeDiameterMm', 'oilSpillT', 'householdsOut'],
  fire_building: [...CASUALTIES, 'fireAreaM2', 'fireFloor', 'buildingHeightM', 'affected'],
  fire_highrise: ['trapped', 'fireFloor', 'buildingHeightM', 'deaths', 'seriousInjuries', 'injured', 'missing'],
  fire_industrial: [...CASUALTIES, 'fireAreaM2', 'buildingHeightM', 'peopleAtRisk', 'peopleToMove'],
  road_traffic: [...CASUALTIES, 'vehiclesInvolved', 'affected', 'oilSpillT'],
  tunnel: [...CASUALTIES, 'vehiclesInvolved', 'tunnelLengthM', 'affected'],
  maritime: [...CASUALTIES, 'shipTonnage', 'oilSpillT'],
  port: [...CASUALTIES, 'shipTonnage', 'oilSpillT'],
  power_outage: ['usersOutShare', 'loadShedShare', 'gridLoadMw', 'householdsOut', 'outageHours', ...CASUALTIES],
  gas_supply: UTILITY,
  water_supply: UTILITY,
  structure_collapse: [
    'trapped',
    'missing',
    'deaths',
    'seriousInjuries',
    'injured',
    'collapsedBuildings',
    'buildingHeightM',
    'affected',
  ],
  special_equipment: [...CASUALTIES, 'liftsStuck', 'pressureMpa', 'buildingHeightM'],
  environment: [...CASUALTIES, 'poisoned', 'oilSpillT', 'peopleToMove'],
  public_health: ['affected', 'deaths', 'seriousInjuries', 'poisoned'],
  mass_gathering: [...CASUALTIES, 'affected'],
  mine: [...CASUALTIES, 'shaftDepthM', 'inflowM3h', 'affected'],
  confined_space: [...CASUALTIES, 'poisoned', 'shaftDepthM'],
}

const WITH_HAZMAT: ReadonlySet<IncidentType> = new Set<IncidentType>([
  'hazmat_fixed',
  'hazmat_road',
  'pipeline',
  'fire_industrial',
  'tunnel',
  'maritime',
  'port',
  'environment',
  'confined_space',
])
const MUST_HAZMAT: ReadonlySet<IncidentType> = new Set<IncidentType>(['hazmat_fixed', 'hazmat_road', 'pipeline'])
const WITH_TYPHOON: ReadonlySet<IncidentType> = new Set<IncidentType>([
  'typhoon',
  'storm_surge',
  'flood',
  'waterlogging',
])

/** Whether the form shows the block on dangerous goods. */
export function asksForHazmat(type: IncidentType): boolean {
  return WITH_HAZMAT.has(type)
}

/** Whether the plan needs a statement on the substance, even if it is "unknown". */
export function needsHazmat(type: IncidentType): boolean {
  return MUST_HAZMAT.has(type)
}

/** Whether the form asks for landfall and gale times. */
export function asksForTyphoon(type: IncidentType): boolean {
  return WITH_TYPHOON.has(type)
}
