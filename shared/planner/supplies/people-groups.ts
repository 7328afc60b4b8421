import { PEOPLE_GROUPS, type PeopleGroup, type SupplyParameters } from '../../domain/parameters/supplies.ts'
import type { Quantity } from '../../domain/parameters/quantity.ts'
import type { EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import type { Dataset } from '../../domain/dataset/dataset.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'

/** People of one group in one shelter: counted on a list, and taken by share of those whose list does not say. */
export interface GroupCount {
  readonly listed: number
  readonly estimated: number
  /** People whose list says nothing of the group; the share is taken of them. */
  readonly unsaid: number
}

/** Counts of every group in one shelter. */
export type GroupCounts = Readonly<Record<PeopleGroup, GroupCount>>

/** What the lists say of the people of one row of the evacuation. */
interface Said {
  readonly listed: number
  readonly unsaid: number
}

/** Share of a group among people whose list does not tell it. */
export function shareOf(group: PeopleGroup, supplies: SupplyParameters): Quantity {
  return {
    infants: supplies.infantShare,
    elderly: supplies.elderlyShare,
    patients: supplies.patientShare,
    needHelp: supplies.needHelpShare,
  }[group]
}

/**
 * Infants, old people, patients and those who need help in each shelter (design rule): from the list of the place they
 * come from where it says so, else by share. A place parted over shelters parts its list in proportion, whole people,
 * nobody twice. Counted and assumed people stay apart.
 */
export function groupsByShelter(
  {
    dataset,
    supplies,
  }: { readonly dataset: Pick<Dataset, 'populationPoints' | 'targets'>; readonly supplies: SupplyParameters },
  evacuation: EvacuationPlan,
): ReadonlyMap<string, GroupCounts> {
  const said = saidByPlace(dataset, evacuation)
  const totals = new Map<string, Record<PeopleGroup, { listed: number; unsaid: number }>>()
  const rows = sortedBy(evacuation.assignments, (row) => [row.fromId, row.shelterId ?? '', row.id])
  for (const [fromId, parts] of groupBy(rows, (row) => row.fromId)) {
    const assigned = parts.reduce((sum, row) => sum + row.people, 0)
    const all = Math.max(assigned, evacuation.population.find(({ id }) => id === fromId)?.people ?? 0)
    let before = 0
    for (const row of parts) {
      const after = before + row.people
      if (row.shelterId !== null) {
        const total = totals.get(row.shelterId) ?? emptyTotals()
        totals.set(row.shelterId, total)
        for (const group of PEOPLE_GROUPS) {
          const place = said(fromId, group, all)
          const part = (count: number): number => Math.round((count * after) / all) - Math.round((count * before) / all)
          total[group].listed += part(place.listed)
          total[group].unsaid += part(place.unsaid)
        }
      }
      before = after
    }
  }
  return new Map([...totals].map(([shelterId, total]) => [shelterId, withShares(total, supplies)]))
}

function withShares(total: Record<PeopleGroup, Said>, supplies: SupplyParameters): GroupCounts {
  const countOf = (group: PeopleGroup): GroupCount => {
    const { listed, unsaid } = total[group]
    return { listed, unsaid, estimated: Math.ceil(unsaid * shareOf(group, supplies).value) }
  }
  return {
    infants: countOf('infants'),
    elderly: countOf('elderly'),
    patients: countOf('patients'),
    needHelp: countOf('needHelp'),
  }
}

/** What the list of a place, or of the places a row speaks for, says of a group of its `people`. */
function saidByPlace(
  { populationPoints, targets }: Pick<Dataset, 'populationPoints' | 'targets'>,
  { population }: EvacuationPlan,
): (placeId: string, group: PeopleGroup, people: number) => Said {
  const points = new Map(populationPoints.map((row) => [row.id, row]))
  const buildings = new Map(targets.map((row) => [row.id, row.kind]))
  const members = new Map(population.map((row) => [row.id, row.places ?? []]))
  const listedAt = (placeId: string, group: PeopleGroup, people: number): number | null => {
    const point = points.get(placeId)
    if (point !== undefined) return point[group === 'needHelp' ? 'specialNeeds' : group]
    return buildings.get(placeId) === HOUSED[group] || isAllInNeed(buildings.get(placeId), group) ? people : null
  }
  return (placeId, group, people) => {
    const places = members.get(placeId) ?? []
    const parts = places.length > 0 ? places : [{ id: placeId, people }]
    return parts.reduce<Said>(
      (sum, place) => {
        const listed = listedAt(place.id, group, place.people)
        return listed === null
          ? { ...sum, unsaid: sum.unsaid + place.people }
          : { ...sum, listed: sum.listed + Math.min(listed, place.people) }
      },
      { listed: 0, unsaid: 0 },
    )
  }
}

/** Buildings whose people all are of one group. */
const HOUSED: Readonly<Record<PeopleGroup, string | null>> = {
  infants: null,
  elderly: 'nursing_home',
  patients: 'hospital',
  needHelp: null,
}

function isAllInNeed(kind: string | undefined, group: PeopleGroup): boolean {
  return group === 'needHelp' && (kind === 'hospital' || kind === 'nursing_home')
}

function emptyTotals(): Record<PeopleGroup, { listed: number; unsaid: number }> {
  const none = (): { listed: number; unsaid: number } => ({ listed: 0, unsaid: 0 })
  return { infants: none(), elderly: none(), patients: none(), needHelp: none() }
}
