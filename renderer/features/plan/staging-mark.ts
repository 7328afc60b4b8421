import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { compassPoint } from '../../text/compass-point.ts'
import type { Text } from '../../text/text.ts'
import { distanceText } from '../../text/time-text.ts'

/** Where a team goes, short enough for a table: the letter of the map, numbered when there are several, distance and bearing. */
export function stagingMark(
  plan: DispatchPlan,
  id: string | null,
  text: Text,
): { readonly letter: string; readonly words: string; readonly name: string } {
  const areas = plan.movementPlan.stagingAreas
  const area = areas.find((known) => known.id === id)
  if (area === undefined) return { letter: '', words: text('map.incident'), name: text('map.incident') }
  const alike = areas.filter((known) => known.kind === area.kind)
  const number = alike.length > 1 ? String(alike.indexOf(area) + 1) : ''
  const bearing = text(`intake.compass.${compassPoint(area.bearingFromIncidentDeg)}`)
  return {
    letter: `${text(`stagingLetter.${area.kind}`)}${number}`,
    words: `${bearing} ${distanceText(area.distanceM)}`,
    name: area.name,
  }
}
