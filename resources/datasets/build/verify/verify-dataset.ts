import type { Draft } from '../draft.ts'
import { findCapabilityGaps, findIdenticalStations } from './verify-teams.ts'
import { findCountProblems } from './verify-counts.ts'
import type { ExpectedCounts } from './verify-counts.ts'
import { findPositionProblems } from './verify-positions.ts'
import { findReferenceProblems } from './verify-references.ts'
import { findRosterProblems } from './verify-rosters.ts'
import { findShelterProblems } from './verify-shelters.ts'

export { BEILUN_COUNTS } from './verify-counts.ts'

/** Everything that is wrong with a data set, in words; an empty list means it may be written. */
export function verifyDataset(draft: Draft, expected: ExpectedCounts): string[] {
  return [
    ...findCountProblems(draft, expected),
    ...findIdenticalStations(draft),
    ...findCapabilityGaps(draft),
    ...findReferenceProblems(draft),
    ...findPositionProblems(draft),
    ...findRosterProblems(draft),
    ...findShelterProblems(draft),
  ].map((problem) => `${draft.region.id}：${problem}`)
}
