import type { Capability } from '#shared/domain/taxonomy.ts'

/** Capabilities that random teams bring and random incidents ask for. */
export const CODES: readonly Capability[] = [
  'HAZ_PLUG',
  'HAZ_RECON',
  'FOAM',
  'PUMP_DRAIN',
  'FIRE_OIL',
  'LIGHT',
  'LIFT',
  'SEARCH_USAR',
  'WATER_RESCUE',
  'POWER_GEN',
  'ROAD_CLEAR',
  'MED_TRIAGE',
]
