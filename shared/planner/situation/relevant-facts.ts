import type { KnownFact } from '../../domain/incident.ts'
import type { IncidentType } from '../../domain/taxonomy.ts'

/** Parts of the plan a fact could change; the wording stands in `shared/text/plan-part-names.ts`. */
export type PlanPart =
  'level' | 'response' | 'alarm' | 'zones' | 'force' | 'movement' | 'evacuation' | 'supplies' | 'medical' | 'handling'

interface RelevantFact {
  readonly fact: KnownFact
  readonly parts: readonly PlanPart[]
  /** Absent = every type. */
  readonly types?: readonly IncidentType[]
}

const GRID: readonly IncidentType[] = ['power_outage']
const SUPPLY_CUT: readonly IncidentType[] = ['gas_supply', 'water_supply']
const WATER: readonly IncidentType[] = ['flood', 'typhoon', 'waterlogging', 'storm_surge']
const ON_WATER: readonly IncidentType[] = ['maritime', 'port']
const BUILDINGS: readonly IncidentType[] = ['fire_building', 'fire_highrise', 'fire_industrial', 'structure_collapse']

/** Facts worth asking for, in the order they are asked. Facts of other types of incident are not listed. */
const RELEVANT: readonly RelevantFact[] = [
  { fact: 'deaths', parts: ['level'] },
  { fact: 'seriousInjuries', parts: ['level', 'alarm', 'medical'] },
  { fact: 'trapped', parts: ['alarm', 'force'] },
  { fact: 'missing', parts: ['force', 'level'] },
  { fact: 'injured', parts: ['alarm', 'force', 'medical'] },
  {
    fact: 'peopleAtRisk',
    parts: ['level', 'evacuation'],
    types: ['hazmat_road', 'hazmat_fixed', 'pipeline', 'tunnel', 'maritime', 'port', 'forest_fire'],
  },
  {
    fact: 'peopleToMove',
    parts: ['level', 'evacuation', 'supplies'],
    types: ['geo_hazard', 'environment', 'hazmat_fixed', 'hazmat_road', 'pipeline', ...WATER],
  },
  {
    fact: 'poisoned',
    parts: ['level', 'medical'],
    types: ['hazmat_road', 'hazmat_fixed', 'pipeline', 'environment', 'public_health', 'confined_space'],
  },
  { fact: 'damagedForestHa', parts: ['level'], types: ['forest_fire'] },
  { fact: 'burntAreaHa', parts: ['level', 'zones', 'force'], types: ['forest_fire'] },
  { fact: 'magnitude', parts: ['level', 'force'], types: ['earthquake'] },
  { fact: 'collapsedBuildings', parts: ['force'], types: ['earthquake', 'structure_collapse', 'geo_hazard'] },
  { fact: 'buildingHeightM', parts: ['zones', 'force'], types: [...BUILDINGS, 'special_equipment'] },
  { fact: 'fireFloor', parts: ['force', 'handling'], types: ['fire_highrise', 'fire_building'] },
  { fact: 'shipTonnage', parts: ['level', 'force'], types: ON_WATER },
  { fact: 'oilSpillT', parts: ['level', 'force'], types: ON_WATER },
  { fact: 'floodDepthCm', parts: ['force', 'movement'], types: WATER },
  { fact: 'rainForecastMm', parts: ['response', 'evacuation'], types: WATER },
  { fact: 'gridLoadMw', parts: ['level'], types: GRID },
  { fact: 'usersOutShare', parts: ['level', 'force'], types: GRID },
  { fact: 'householdsOut', parts: ['level', 'supplies'], types: SUPPLY_CUT },
  { fact: 'outageHours', parts: ['level'], types: [...SUPPLY_CUT, ...GRID] },
  { fact: 'vehiclesInvolved', parts: ['force'], types: ['road_traffic', 'tunnel'] },
  { fact: 'affected', parts: ['force', 'evacuation'], types: ['road_traffic', 'tunnel', 'mine'] },
  { fact: 'fireAreaM2', parts: ['force', 'supplies'], types: ['fire_building', 'fire_industrial'] },
  { fact: 'tunnelLengthM', parts: ['force'], types: ['tunnel'] },
  { fact: 'shaftDepthM', parts: ['force'], types: ['mine', 'confined_space'] },
  { fact: 'inflowM3h', parts: ['force'], types: ['mine'] },
  { fact: 'pressureMpa', parts: ['zones', 'force'], types: ['pipeline', 'special_equipment'] },
  { fact: 'pipeDiameterMm', parts: ['zones'], types: ['pipeline'] },
  { fact: 'liftsStuck', parts: ['force', 'zones'], types: ['special_equipment'] },
]

/** Types where casualties are not the first question: the system is down, nobody is reported hurt. */
const NO_CASUALTY_QUESTION: readonly IncidentType[] = ['power_outage', 'water_supply']
const CASUALTY_FACTS: readonly KnownFact[] = ['deaths', 'seriousInjuries', 'trapped', 'missing', 'injured']

/** The facts worth asking for in one type of incident, with what each could change. */
export function relevantFacts(type: IncidentType): readonly RelevantFact[] {
  return RELEVANT.filter((entry) => {
    if (NO_CASUALTY_QUESTION.includes(type) && CASUALTY_FACTS.includes(entry.fact)) return false
    return entry.types === undefined || entry.types.includes(type)
  })
}
