/** Closed key lists of the field. Their Chinese names live in `resources/taxonomy` and `shared/text`. */

/** Incident types the console supports (27). */
export const INCIDENT_TYPES = [
  'flood',
  'typhoon',
  'waterlogging',
  'geo_hazard',
  'earthquake',
  'forest_fire',
  'storm_surge',
  'hazmat_fixed',
  'hazmat_road',
  'pipeline',
  'fire_building',
  'fire_highrise',
  'fire_industrial',
  'road_traffic',
  'tunnel',
  'maritime',
  'port',
  'power_outage',
  'gas_supply',
  'water_supply',
  'structure_collapse',
  'special_equipment',
  'environment',
  'public_health',
  'mass_gathering',
  'mine',
  'confined_space',
] as const
export type IncidentType = (typeof INCIDENT_TYPES)[number]

/** What a team can do; a demand asks for these. */
export const CAPABILITIES = [
  'FIRE_BLDG',
  'FIRE_HIGH',
  'FIRE_OIL',
  'FIRE_FOREST',
  'FIRE_SHIP',
  'HAZ_RECON',
  'HAZ_PLUG',
  'HAZ_TRANSFER',
  'HAZ_DECON',
  'FOAM',
  'WATER_SUPPLY',
  'SEARCH_USAR',
  'EXTRICATE',
  'ROPE',
  'WATER_RESCUE',
  'DIVE',
  'PUMP_DRAIN',
  'GEO_RESCUE',
  'ROAD_CLEAR',
  'LIFT',
  'POWER_GEN',
  'LIGHT',
  'COMMS',
  'UAV',
  'MED_TRIAGE',
  'MED_TRANSPORT',
  'ENV_MON',
  'EVAC_BUS',
  'SHELTER',
  'PSY',
  'POLICE',
  'ELEC_ISOLATE',
  'LIFT_RESCUE',
  'TROOP',
] as const
export type Capability = (typeof CAPABILITIES)[number]

/** Kinds of team. */
export const TEAM_TYPES = [
  'MICRO',
  'VILLAGE',
  'PROCESS',
  'STATION',
  'NFR',
  'GOV_FT',
  'ENT_FT',
  'PRO',
  'STREET',
  'FLOOD',
  'SOCIAL',
  'VOL',
  'PLA',
] as const
export type TeamType = (typeof TEAM_TYPES)[number]

/** Kinds of vehicle. */
export const VEHICLE_KINDS = [
  'TANKER',
  'FOAM',
  'HIREACH',
  'PLATFORM',
  'LADDER',
  'RESCUE',
  'HAZMAT',
  'DECON',
  'SMOKE',
  'LIGHT',
  'AIR',
  'HOSE',
  'POWDER',
  'PUMP',
  'BOAT',
  'FIREBOAT',
  'AMB',
  'BUS',
  'GEN',
  'CRANE',
  'DOZER',
  'UAV',
  'CMD',
  'HELI',
] as const
export type VehicleKind = (typeof VEHICLE_KINDS)[number]

/** Work groups of an incident. */
export const WORK_GROUPS = [
  'G_COORD',
  'G_RESCUE',
  'G_EXPERT',
  'G_MED',
  'G_ENV',
  'G_CORDON',
  'G_TRAFFIC',
  'G_EVAC',
  'G_SUPPLY',
  'G_COMM',
  'G_UTIL',
  'G_MEDIA',
  'G_AFTER',
  'G_SEC',
] as const
export type WorkGroup = (typeof WORK_GROUPS)[number]

/** The two headquarters: 行政指挥部 and 战术指挥部. */
export const HEADQUARTERS = ['administrative', 'tactical'] as const
export type Headquarters = (typeof HEADQUARTERS)[number]

/** Whose team it is, nearest first. */
export const TEAM_TIERS = ['street', 'district', 'neighbour', 'city', 'province', 'army'] as const

/** Whose store or shelter it is, nearest first. */
export const STORE_TIERS = ['village', 'street', 'district'] as const

/** Event and response levels; Ⅰ is the gravest. Written in ASCII everywhere. */
export const LEVELS = ['I', 'II', 'III', 'IV'] as const
export type Level = (typeof LEVELS)[number]

/** Evidence mark of a parameter: read in the two plans, found in a public source, our design, or unverified knowledge. */
export const EVIDENCE_MARKS = ['seed', 'found', 'derived', 'design', 'unverified'] as const
export type EvidenceMark = (typeof EVIDENCE_MARKS)[number]

/** What a readiness finding is about; the order in which they are shown. */
export const READINESS_KINDS = [
  'coverage',
  'roster',
  'capability',
  'shelterStock',
  'vehicle',
  'lending',
  'phone',
  'planReview',
  'kit',
  'shelterState',
  'lot',
] as const
export type ReadinessKind = (typeof READINESS_KINDS)[number]
