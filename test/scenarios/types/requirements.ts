import type { IncidentType } from '#shared/domain/taxonomy.ts'
import { ACCIDENT_REQUIREMENTS } from './requirements-accident.ts'
import { NATURE_REQUIREMENTS } from './requirements-nature.ts'

/** What a senior duty officer looks for in a plan of one type: orders that must stand in it and what it must forbid. */
export interface Requirement {
  readonly required: readonly RegExp[]
  readonly mustNot: readonly RegExp[]
}

/** By type of incident; each holds for the small, the large and the awkward scenario alike. */
export const REQUIREMENTS: Readonly<Record<IncidentType, Requirement>> = {
  ...NATURE_REQUIREMENTS,
  ...ACCIDENT_REQUIREMENTS,
}
