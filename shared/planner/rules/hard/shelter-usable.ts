import type { ShelterRow } from '../../../domain/dataset/tables.ts'
import type { Incident } from '../../../domain/incident.ts'

/** True when a shelter is not to be used at all: reported so for this incident, or kept as unusable in the library. */
export function isShelterUnusable(
  shelter: Pick<ShelterRow, 'id' | 'state'>,
  incident: Pick<Incident, 'unavailable'>,
): boolean {
  return shelter.state === 'unusable' || incident.unavailable?.includes(`shelter:${shelter.id}`) === true
}

/**
 * People a shelter still takes: none when it was told to be full, whatever its count says. `arrived` of those inside are
 * placed by the plan itself and do not take room from it.
 */
export function shelterRoom(
  { capacity, occupied, state }: Pick<ShelterRow, 'capacity' | 'occupied' | 'state'>,
  arrived = 0,
): number {
  const room = capacity - Math.max(0, occupied - arrived)
  return Math.max(0, state === 'full' ? Math.min(arrived, room) : room)
}
