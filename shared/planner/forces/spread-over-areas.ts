import type { StagingArea } from '../../domain/plan/movement-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import { convoyRank } from '../movement/convoys.ts'
import type { Approach } from './destinations.ts'
import type { SentTeam } from './sent-team.ts'

/** How a sent team gets to another waiting place, with its times there; null when it has no way clear of the zones. */
export type MoveTo = (team: SentTeam, area: StagingArea) => SentTeam | null

/** Vehicles that wait at each staging area, by id; teams that are on scene or stay at their plant wait nowhere. */
export function vehiclesWaiting(sent: readonly SentTeam[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const team of sent) {
    const id = waitsAt(team)?.id
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + team.load.vehicles.length)
  }
  return counts
}

/** Vehicles beyond the room of the staging areas together; an area of unknown room holds whoever comes. */
export function missingRoom(sent: readonly SentTeam[], areas: readonly StagingArea[]): number {
  const staging = areas.filter((area) => area.kind === 'staging')
  if (staging.some((area) => area.capacity === null)) return 0
  const room = staging.reduce((sum, area) => sum + (area.capacity ?? 0), 0)
  const vehicles = [...vehiclesWaiting(sent).values()].reduce((sum, count) => sum + count, 0)
  return Math.max(0, vehicles - room)
}

/**
 * Sends the later and supporting teams on to the next area when one is full: whoever opens the attack and comes first
 * keeps the nearest place, a team is never split, one that is rolling or was told its area is not sent elsewhere. A team that fits nowhere keeps
 * its area. Sorted as `settleTeams` sorts.
 */
export function spreadOverAreas(
  sent: readonly SentTeam[],
  areas: readonly StagingArea[],
  { moveTo, isTold }: { readonly moveTo: MoveTo; readonly isTold: (team: SentTeam) => boolean },
): SentTeam[] {
  const staging = areas.filter((area) => area.kind === 'staging')
  const used = new Map<string, number>()
  const isRoomFor = (area: StagingArea, vehicles: number): boolean =>
    area.capacity === null || (used.get(area.id) ?? 0) + vehicles <= area.capacity
  const isFixed = (team: SentTeam): boolean => team.candidate.rolling !== null || isTold(team)
  const ordered = sortedBy(sent, (team) => [
    isFixed(team) ? 0 : 1,
    convoyRank(team),
    team.arrival.etaS,
    team.candidate.team.id,
  ])
  const placed = ordered.map((team) => {
    const own = waitsAt(team)
    const vehicles = team.load.vehicles.length
    if (own === null || vehicles === 0) return team
    const settled =
      isFixed(team) || isRoomFor(own, vehicles)
        ? team
        : (bestOf(
            staging
              .filter((area) => area.id !== own.id && isRoomFor(area, vehicles))
              .flatMap((area) => moveTo(team, area) ?? []),
          ) ?? team)
    const id = waitsAt(settled)?.id ?? own.id
    used.set(id, (used.get(id) ?? 0) + vehicles)
    return settled
  })
  return sortedBy(placed, ({ arrival, candidate }) => [arrival.etaS, candidate.team.id])
}

function bestOf(options: readonly SentTeam[]): SentTeam | undefined {
  return sortedBy(options, (option) => [option.arrival.etaS, waitsAt(option)?.id ?? ''])[0]
}

/** The area where a team waits; null = on scene, at its plant, or no lawful area. */
export function waitsAt({ candidate, approach }: SentTeam): NonNullable<Approach['destination']['area']> | null {
  if (candidate.rolling?.status === 'onScene') return null
  return approach?.destination.area ?? null
}
