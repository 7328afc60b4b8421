import type { RowOf } from './dataset/table-definition.ts'
import type { ShelterRow, TABLES } from './dataset/tables.ts'

export type EvacueeRow = RowOf<typeof TABLES.evacuees>
export type ShelterZoneRow = RowOf<typeof TABLES.shelterZones>

/** Where somebody on the list stands: not yet arrived, in a shelter, gone on. */
export const EVACUEE_STATUSES = ['expected', 'present', 'left'] as const
export type EvacueeStatus = (typeof EVACUEE_STATUSES)[number]

/** What is written as the source of somebody who was on no list and came to a door. */
export const UNLISTED_SOURCE = '未在名单，到场登记'

/** Status of a person moved. Somebody who left and came back has no time of leaving any more. */
export function evacueeStatus({ arrivedAt, leftAt }: Pick<EvacueeRow, 'arrivedAt' | 'leftAt'>): EvacueeStatus {
  if (leftAt !== '') return 'left'
  return arrivedAt === '' ? 'expected' : 'present'
}

/** People ticked as present, by shelter. */
export function presentByShelter(evacuees: Iterable<EvacueeRow>): Map<string, number> {
  const present = new Map<string, number>()
  for (const row of evacuees) {
    if (evacueeStatus(row) === 'present') present.set(row.shelterId, (present.get(row.shelterId) ?? 0) + 1)
  }
  return present
}

/**
 * Whether a shelter's number of people is that of its list (按名单) or one that was reported (报数); null where nobody is
 * known to be in. A number that agrees with the list is the list's (design rule).
 */
export function occupancyBasis({ occupied }: Pick<ShelterRow, 'occupied'>, present: number): 'list' | 'report' | null {
  if (occupied === 0 && present === 0) return null
  return occupied === present ? 'list' : 'report'
}

/**
 * A shelter's number of people after its list changed: it follows the list as long as it agreed with it; a reported
 * number stays, but is never below the list (design rule).
 */
export function occupancyAfter(
  { occupied }: Pick<ShelterRow, 'occupied'>,
  before: number,
  after: number,
): ShelterRow['occupied'] {
  return occupied === before ? after : Math.max(occupied, after)
}
