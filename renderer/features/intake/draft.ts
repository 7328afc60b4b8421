import type { Container, FactValue, Incident } from '#shared/domain/incident.ts'
import type { IncidentType } from '#shared/domain/taxonomy.ts'
import { dateTimeText, formTimeText } from '../../text/time-text.ts'
import { listsFromIncident, NO_LISTS, type DraftLists } from './draft-rows.ts'
import { scaleOf } from './relevant-facts.ts'

/** Position chosen for the incident, with the words that name it. */
export interface DraftPlace {
  readonly lng: number
  readonly lat: number
  readonly name: string
  readonly town: string
}

/** What stands in the intake form: text as typed, kept until it is accepted. */
export interface IntakeDraft extends DraftLists {
  readonly mode: Incident['mode']
  readonly typeText: string
  readonly type: IncidentType | null
  readonly placeText: string
  readonly place: DraftPlace | null
  readonly address: string
  readonly uncertaintyM: string
  readonly title: string
  readonly occurredAt: string
  readonly receivedAt: string
  readonly source: string
  readonly callerName: string
  readonly callerPhone: string
  readonly callerSaid: string
  /** Typed text of each fact; empty or `?` = unknown. */
  readonly facts: Readonly<Record<string, string>>
  readonly substanceText: string
  /** UN number; null = nothing chosen. An unknown substance is `substanceText` = `?`. */
  readonly un: string | null
  readonly container: Container
  readonly quantityT: string
  readonly spill: 'small' | 'large' | 'unknown'
  readonly onFire: 'yes' | 'no' | 'unknown'
  readonly windFrom: string
  readonly windSpeedMs: string
  readonly tempC: string
  readonly humidityPercent: string
  readonly signal: 'blue' | 'yellow' | 'orange' | 'red' | ''
  readonly signalKind: 'typhoon' | 'rain'
  readonly landfallAt: string
  readonly galeFromAt: string
  /** One resource a line: `kind:id`, words after it are for the eye. */
  readonly unavailable: string
}

/** An empty form at the given moment: both times are now, everything else unknown. */
export function emptyDraft(nowS: number): IntakeDraft {
  return {
    mode: 'real',
    typeText: '',
    type: null,
    placeText: '',
    place: null,
    address: '',
    uncertaintyM: '',
    title: '',
    occurredAt: formTimeText(nowS),
    receivedAt: formTimeText(nowS),
    source: '119',
    callerName: '',
    callerPhone: '',
    callerSaid: '',
    facts: {},
    substanceText: '',
    un: null,
    container: 'unknown',
    quantityT: '',
    spill: 'unknown',
    onFire: 'unknown',
    windFrom: '',
    windSpeedMs: '',
    tempC: '',
    humidityPercent: '',
    signal: '',
    signalKind: 'typhoon',
    landfallAt: '',
    galeFromAt: '',
    ...NO_LISTS,
    unavailable: '',
  }
}

/** The form filled with the facts of an incident; `typeName` is the word for its type on the screen. */
export function draftFromIncident(incident: Incident, typeName: string): IntakeDraft {
  const { location, weather, hazmat } = incident
  const caller = incident.callers?.[0]
  return {
    ...emptyDraft(0),
    mode: incident.mode,
    typeText: typeName,
    type: incident.type,
    placeText: `${location.lng},${location.lat}`,
    place: { lng: location.lng, lat: location.lat, name: location.address ?? '', town: '' },
    address: location.address ?? '',
    uncertaintyM: numberText(location.uncertaintyM),
    title: incident.title ?? '',
    occurredAt: momentText(incident.occurredAt),
    receivedAt: momentText(incident.receivedAt),
    source: incident.source ?? '',
    callerName: caller?.name ?? '',
    callerPhone: caller?.phone ?? '',
    callerSaid: caller?.said ?? '',
    facts: Object.fromEntries(Object.entries(incident.facts).map(([key, value]) => [key, factText(key, value)])),
    substanceText: hazmat === undefined ? '' : (hazmat.un ?? '?'),
    un: hazmat?.un ?? null,
    container: hazmat?.container ?? 'unknown',
    quantityT: numberText(hazmat?.quantityT),
    spill: hazmat?.spill ?? 'unknown',
    onFire: hazmat?.onFire === true ? 'yes' : hazmat?.onFire === false ? 'no' : 'unknown',
    windFrom: numberText(weather?.windFromDeg),
    windSpeedMs: numberText(weather?.windSpeedMs),
    tempC: numberText(weather?.tempC),
    humidityPercent: numberText(weather?.humidityPercent),
    signal: weather?.signal ?? '',
    signalKind: weather?.signalKind ?? 'typhoon',
    landfallAt: momentText(incident.typhoon?.landfallAt),
    galeFromAt: momentText(incident.typhoon?.galeFromAt),
    ...listsFromIncident(incident),
    unavailable: (incident.unavailable ?? []).join('\n'),
  }
}

/** A fact as it is typed: `1-3`, `3+`, `≤5`, a number, or empty = unknown. Shares are shown in percent. */
export function factText(key: string, value: FactValue): string {
  const scale = scaleOf(key)
  const shown = (amount: number): string => String(Math.round(amount * scale * 1e6) / 1e6)
  if (value === null) return '?'
  if (typeof value === 'number') return shown(value)
  if (value.value !== undefined) return shown(value.value)
  if (value.min !== undefined && value.max !== undefined) return `${shown(value.min)}-${shown(value.max)}`
  if (value.min !== undefined) return `${shown(value.min)}+`
  return value.max === undefined ? '?' : `≤${shown(value.max)}`
}

function numberText(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

function momentText(moment: string | null | undefined): string {
  return moment ? dateTimeText(moment) : ''
}
