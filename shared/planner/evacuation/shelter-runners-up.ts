import type { EvacuationParameters } from '../../domain/parameters/evacuation.ts'
import type { EvacuationAssignment } from '../../domain/plan/handling-plan.ts'
import { RUNNERS_UP_MAX, type NotChosen } from '../../domain/plan/not-chosen.ts'
import type { ShelterRow } from '../../domain/dataset/tables.ts'
import type { Reason } from '../../domain/reason.ts'
import { distanceM } from '../../kernel/geo.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { makeReason } from '../reason.ts'
import { shelterPriceS, type Group, type Placing } from './place-people.ts'
import type { OpenShelter, ShelterOut } from './shelters.ts'

/** How groups were placed: what was offered, what was left out before, and who went where. */
export interface ShelterPlacing {
  readonly groups: readonly Group[]
  readonly placings: readonly Placing[]
  /** Shelters people were placed in. */
  readonly opened: readonly OpenShelter[]
  /** All shelters that may be used; more than `opened` when small ones stay shut. */
  readonly open: readonly OpenShelter[]
  readonly out: readonly ShelterOut[]
  /** Seconds on the way, or null when there is no way. */
  readonly seconds: (group: Group, shelter: OpenShelter) => number | null
  readonly parameters: EvacuationParameters
}

/** Rows with the nearest shelters that take nobody of the group, each with the reason; on the first row of a group only. */
export function withShelterRunnersUp(
  rows: readonly EvacuationAssignment[],
  placing: ShelterPlacing,
): EvacuationAssignment[] {
  const groups = new Map(placing.groups.map((group) => [group.id, group]))
  const byGroup = groupBy(placing.placings, ({ groupId }) => groupId)
  const taken = new Map<string, number>()
  for (const { shelter, people } of placing.placings)
    taken.set(shelter.row.id, (taken.get(shelter.row.id) ?? 0) + people)
  const told = new Set<string>()
  return rows.map((row) => {
    const group = groups.get(row.fromId)
    const chosen = byGroup.get(row.fromId) ?? []
    if (row.shelterId === null || group === undefined || chosen.length === 0 || told.has(row.fromId)) return row
    told.add(row.fromId)
    const runnersUp = runnersUpOf(group, chosen, { placing, taken })
    return runnersUp.length === 0 ? row : { ...row, runnersUp }
  })
}

interface Judging {
  readonly placing: ShelterPlacing
  readonly taken: ReadonlyMap<string, number>
}

function runnersUpOf(group: Group, chosen: readonly Placing[], judging: Judging): NotChosen[] {
  const { placing } = judging
  const own = new Set(chosen.map(({ shelter }) => shelter.row.id))
  const farthest = sortedBy(chosen, ({ shelter }) => [-(placing.seconds(group, shelter) ?? 0), shelter.row.id])[0]
  if (farthest === undefined) return []
  const others: readonly { readonly row: ShelterRow; readonly why: () => Reason }[] = [
    ...placing.open.map((shelter) => ({
      row: shelter.row,
      why: () => whyNot(group, shelter, { ...judging, chosen: farthest.shelter }),
    })),
    ...placing.out.map(({ row, cause }) => ({ row, why: () => makeReason(`shelter-next-${cause}`) })),
  ]
  return sortedBy(
    others.filter(({ row }) => !own.has(row.id)),
    ({ row }) => [Math.round(distanceM(group.from, row)), row.id],
  )
    .slice(0, RUNNERS_UP_MAX)
    .map(({ row, why }) => ({ id: row.id, name: row.name, reasons: [why()] }))
}

function whyNot(
  group: Group,
  shelter: OpenShelter,
  { placing, taken, chosen }: Judging & { readonly chosen: OpenShelter },
): Reason {
  const { row, room } = shelter
  if (!placing.opened.some((other) => other.row.id === row.id)) return makeReason('shelter-next-not-opened', { room })
  const seconds = placing.seconds(group, shelter)
  if (seconds === null) return makeReason('shelter-next-cut-off')
  const minutes = Math.ceil(seconds / 60)
  const left = room - (taken.get(row.id) ?? 0)
  if (left <= 0) return makeReason('shelter-next-taken', { minutes, room })
  const more = minutes - Math.ceil((placing.seconds(group, chosen) ?? 0) / 60)
  const facts = { room: left, minutes }
  if (more > 0) return makeReason('shelter-next-farther', { ...facts, more })
  if (left < group.people) return makeReason('shelter-next-small', { ...facts, people: group.people })
  if (shelterPriceS(shelter, placing.parameters) > shelterPriceS(chosen, placing.parameters))
    return makeReason('shelter-next-bare', { ...facts, lacks: lacksOf(row) })
  return makeReason('shelter-next-total', facts)
}

function lacksOf({ standardised, video }: ShelterRow): string[] {
  return [...(standardised === 1 ? [] : ['未规范化']), ...(video === 1 ? [] : ['无视频'])]
}
