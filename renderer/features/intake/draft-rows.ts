import type { Incident } from '#shared/domain/incident.ts'
import { dateTimeText } from '../../text/time-text.ts'

/** One line of a list in the form: text by column. `origin` is its place in the incident being changed. */
export type DraftRow = Readonly<Record<string, string>>

/** The lists of the form, and the building, which is one line. */
export interface DraftLists {
  readonly responding: readonly DraftRow[]
  readonly closures: readonly DraftRow[]
  readonly cutOffTowns: readonly DraftRow[]
  readonly trapped: readonly DraftRow[]
  readonly forecast: readonly DraftRow[]
  readonly measuredZones: readonly DraftRow[]
  readonly closedZones: readonly DraftRow[]
  readonly building: DraftRow
}

/** What a street can have lost, as one choice; the first is the usual one. */
export const LOST_CHOICES = ['power+network+road', 'power+network', 'network+road', 'network'] as const

/** No lists yet. */
export const NO_LISTS: DraftLists = {
  responding: [],
  closures: [],
  cutOffTowns: [],
  trapped: [],
  forecast: [],
  measuredZones: [],
  closedZones: [],
  building: {},
}

/** The lists of an incident as they are typed. Closures drawn as a geometry are kept by the incident and not shown. */
export function listsFromIncident(incident: Incident): DraftLists {
  const { building } = incident
  return {
    responding: (incident.responding ?? []).map((team, index) => ({
      origin: String(index),
      teamId: team.teamId ?? '',
      name: team.name ?? team.teamId ?? '',
      status: team.status ?? 'enRoute',
    })),
    closures: (incident.closures ?? []).flatMap((closure, index) =>
      closure.geometry !== undefined && closure.road === undefined
        ? []
        : [
            {
              origin: String(index),
              road: closure.road ?? '',
              position: closure.lng === undefined || closure.lat === undefined ? '' : `${closure.lng},${closure.lat}`,
              radiusM: numberText(closure.radiusM),
              reason: closure.reason ?? '',
            },
          ],
    ),
    cutOffTowns: (incident.cutOffTowns ?? []).map((entry, index) => ({
      origin: String(index),
      town: entry.town,
      at: entry.since === undefined || entry.since === null ? '' : dateTimeText(entry.since),
      kind: entry.lost === undefined ? LOST_CHOICES[0] : entry.lost.join('+'),
    })),
    trapped: (incident.trappedList ?? []).map((group, index) => ({
      origin: String(index),
      floor: numberText(group.floor),
      room: group.room ?? '',
      people: numberText(group.people),
      callBack: group.callBack ?? '',
      condition: group.condition ?? '',
    })),
    forecast: (incident.weather?.forecast ?? []).map((entry, index) => ({
      origin: String(index),
      at: dateTimeText(entry.at),
      windFrom: numberText(entry.windFromDeg),
      windSpeedMs: numberText(entry.windSpeedMs),
      rainMm: numberText(entry.rainMm),
      tideM: numberText(entry.tideM),
    })),
    measuredZones: (incident.measuredZones ?? []).map((zone, index) => ({
      origin: String(index),
      kind: zone.kind,
      radiusM: numberText(zone.radiusM),
      lengthM: numberText(zone.lengthM),
      bearingDeg: numberText(zone.bearingDeg),
      reading: zone.reading ?? '',
      at: dateTimeText(zone.at),
      by: zone.by,
    })),
    closedZones: (incident.closedInitialZones ?? []).map((zone, index) => ({
      origin: String(index),
      kind: zone.kind,
      reason: zone.reason,
      at: dateTimeText(zone.at),
      by: zone.by,
    })),
    building: {
      floors: numberText(building?.floors),
      stairs: numberText(building?.stairs),
      fireLifts: numberText(building?.fireLifts),
      refugeFloors: (building?.refugeFloors ?? []).join(' '),
      controlRoomPhone: building?.controlRoomPhone ?? '',
    },
  }
}

/** Whether anything is written in a line besides where it came from. */
export function isFilled(row: DraftRow): boolean {
  return Object.entries(row).some(
    ([key, value]) => key !== 'origin' && key !== 'status' && key !== 'kind' && value.trim() !== '',
  )
}

function numberText(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}
