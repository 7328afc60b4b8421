import type { FactValue, Incident } from '#shared/domain/incident.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { zhCN } from '../../text/zh-CN.ts'
import { factText, type IntakeDraft } from './draft.ts'
import {
  parseFact,
  parseFormTime,
  parseNumber,
  parsePosition,
  parseWindFrom,
  type Entry,
  type EntryFault,
} from '../../text/parse-entry.ts'
import {
  buildingOf,
  closuresOf,
  cutOffTownsOf,
  forecastOf,
  respondingOf,
  trappedOf,
  type ListReading,
  type Read,
  type Refuse,
} from './lists-from-draft.ts'
import { closedZonesOf, measuredZonesOf } from './zones-from-draft.ts'
import { asksForHazmat, asksForTyphoon, needsHazmat, RELEVANT_FACTS, scaleOf } from './relevant-facts.ts'

/** What is wrong with one field: the fault and the text as typed. */
export interface FieldFault {
  readonly field: string
  readonly fault: EntryFault
  readonly value: string
}

export type DraftOutcome =
  { readonly ok: true; readonly incident: Incident } | { readonly ok: false; readonly faults: readonly FieldFault[] }

/**
 * Turns the form into an incident. `base` is the incident being changed: what the form does not show stays, and a fact
 * whose text was not touched keeps its source and time.
 */
export function incidentFromDraft(draft: IntakeDraft, base: Incident | null, nowS: number): DraftOutcome {
  const faults: FieldFault[] = []
  const read: Read = (field, text, entry) => {
    if (entry.ok) return entry.value
    faults.push({ field, fault: entry.fault, value: text })
    return null
  }
  const refuse: Refuse = (field, fault, value) => void faults.push({ field, fault, value })

  const position = placeOf(draft)
  if (!position.ok) refuse('place', position.fault, draft.placeText)
  if (draft.type === null) refuse('type', 'type', draft.typeText)
  const uncertaintyM = read('uncertaintyM', draft.uncertaintyM, parseNumber(draft.uncertaintyM))
  if (uncertaintyM !== null && uncertaintyM < 0) refuse('uncertaintyM', 'negative', draft.uncertaintyM)
  const occurredAt = keptMoment(base?.occurredAt, draft.occurredAt, 'occurredAt', read, nowS)
  const receivedAt = keptMoment(base?.receivedAt, draft.receivedAt, 'receivedAt', read, nowS)
  if (draft.mode === 'real' && receivedAt !== null && isLater(receivedAt, nowS))
    refuse('receivedAt', 'future', draft.receivedAt)
  if (occurredAt !== null && receivedAt !== null && isAfter(occurredAt, receivedAt))
    refuse('occurredAt', 'future', draft.occurredAt)
  const facts = factsOf(draft, base, read)
  const reading: ListReading = { base, read, refuse, nowS }
  const weather = weatherOf(draft, reading)
  const hazmat = hazmatOf(draft, base, read, refuse)
  const typhoon = typhoonOf(draft, base, read, nowS)
  const unavailable = lines(draft.unavailable).map((line) => line.split(/\s+/)[0] ?? '')
  const building = buildingOf(draft, reading)
  const trappedList = trappedOf(draft, reading)
  const responding = respondingOf(draft, reading)
  const closures = closuresOf(draft, reading)
  const cutOffTowns = cutOffTownsOf(draft, reading)
  const measuredZones = measuredZonesOf(draft, reading)
  const closedInitialZones = closedZonesOf(draft, reading)
  for (const entry of unavailable) {
    if (!/^(team|vehicle|store|lot|shelter|hospital|carrier|person):.+$/.test(entry))
      refuse('unavailable', 'unavailable', entry)
  }
  if (faults.length > 0 || !position.ok || draft.type === null) return { ok: false, faults }

  const address = draft.address.trim() || draft.place?.name || ''
  const incident: Incident = {
    ...(base ?? {}),
    schema: 'incident/1',
    mode: draft.mode,
    type: draft.type,
    title: draft.title.trim() || `${address}${zhCN.incidentType[draft.type]}`,
    occurredAt,
    receivedAt,
    ...(draft.source.trim() === '' ? {} : { source: draft.source.trim() }),
    location: {
      ...position.value,
      ...(address === '' ? {} : { address }),
      ...(uncertaintyM === null ? {} : { uncertaintyM }),
    },
    facts,
    ...(weather === null ? {} : { weather }),
    ...(hazmat === null ? {} : { hazmat }),
    ...(typhoon === null ? {} : { typhoon }),
    callers: callersOf(draft, base),
    ...(building === null ? {} : { building }),
    ...(base?.trappedList === undefined && trappedList.length === 0 ? {} : { trappedList }),
    responding,
    closures,
    ...(base?.cutOffTowns === undefined && cutOffTowns.length === 0 ? {} : { cutOffTowns }),
    ...(base?.measuredZones === undefined && measuredZones.length === 0 ? {} : { measuredZones }),
    ...(base?.closedInitialZones === undefined && closedInitialZones.length === 0 ? {} : { closedInitialZones }),
    unavailable,
  }
  // Everything known of the building was taken out in the form.
  if (building === null) delete incident.building
  return { ok: true, incident }
}

function placeOf(draft: IntakeDraft): Entry<{ lng: number; lat: number }> {
  if (draft.place !== null) return { ok: true, value: { lng: draft.place.lng, lat: draft.place.lat } }
  return parsePosition(draft.placeText) ?? { ok: false, fault: 'place' }
}

function keptMoment(
  base: string | null | undefined,
  text: string,
  field: string,
  read: Read,
  nowS: number,
): string | null {
  if (base && dateTimeText(base) === text.trim()) return base
  return read(field, text, parseFormTime(text, nowS))
}

function isLater(moment: string, nowS: number): boolean {
  const instant = parseInstant(moment)
  // Clocks of callers and consoles differ by minutes; only a clearly later time is a slip of the pen.
  return instant !== null && instant.epochS > nowS + 300
}

function isAfter(first: string, second: string): boolean {
  const a = parseInstant(first)
  const b = parseInstant(second)
  return a !== null && b !== null && a.epochS > b.epochS + 59
}

function factsOf(draft: IntakeDraft, base: Incident | null, read: Read): Record<string, FactValue> {
  const asked = draft.type === null ? [] : [...RELEVANT_FACTS[draft.type], 'lossCny']
  const facts: Record<string, FactValue> = { ...(base?.facts ?? {}) }
  for (const [key, text] of Object.entries(draft.facts)) {
    const earlier = base?.facts[key]
    const untouched = earlier !== undefined && factText(key, earlier) === text
    if (untouched || (!asked.includes(key) && earlier === undefined)) continue
    facts[key] = read(`fact.${key}`, text, parseFact(text, scaleOf(key)))
  }
  return facts
}

function weatherOf(draft: IntakeDraft, reading: ListReading): Incident['weather'] | null {
  const { base, read, refuse } = reading
  const windFromDeg = read('windFrom', draft.windFrom, parseWindFrom(draft.windFrom))
  const windSpeedMs = read('windSpeedMs', draft.windSpeedMs, parseNumber(draft.windSpeedMs))
  if (windSpeedMs !== null && (windSpeedMs < 0 || windSpeedMs > 120))
    refuse('windSpeedMs', 'windSpeed', draft.windSpeedMs)
  const tempC = read('tempC', draft.tempC, parseNumber(draft.tempC))
  const humidityPercent = read('humidityPercent', draft.humidityPercent, parseNumber(draft.humidityPercent))
  const signal = draft.signal === '' ? null : draft.signal
  const measured = [windFromDeg, windSpeedMs, tempC, humidityPercent, signal]
  const forecast = forecastOf(draft, reading)
  if (base?.weather === undefined && forecast.length === 0 && measured.every((value) => value === null)) return null
  const { forecast: earlier, ...kept } = base?.weather ?? {}
  return {
    ...kept,
    ...(earlier === undefined && forecast.length === 0 ? {} : { forecast }),
    windFromDeg,
    windSpeedMs,
    tempC,
    humidityPercent,
    signal,
    signalKind: signal === null ? null : draft.signalKind,
  }
}

function hazmatOf(draft: IntakeDraft, base: Incident | null, read: Read, refuse: Refuse): Incident['hazmat'] | null {
  if (draft.type === null || !asksForHazmat(draft.type)) return base?.hazmat ?? null
  const typed = draft.substanceText.trim().replace('？', '?')
  const unknown = typed === '?'
  if (draft.un === null && !unknown) {
    if (typed === '' && !needsHazmat(draft.type)) return base?.hazmat ?? null
    refuse('substance', 'substance', draft.substanceText)
  }
  const quantityT = read('quantityT', draft.quantityT, parseNumber(draft.quantityT))
  if (quantityT !== null && quantityT < 0) refuse('quantityT', 'negative', draft.quantityT)
  return {
    ...(base?.hazmat ?? {}),
    un: unknown ? null : draft.un,
    container: draft.container,
    quantityT,
    spill: draft.spill,
    onFire: draft.onFire === 'unknown' ? null : draft.onFire === 'yes',
  }
}

function typhoonOf(draft: IntakeDraft, base: Incident | null, read: Read, nowS: number): Incident['typhoon'] | null {
  if (draft.type === null || !asksForTyphoon(draft.type)) return base?.typhoon ?? null
  const landfallAt = keptMoment(base?.typhoon?.landfallAt, draft.landfallAt, 'landfallAt', read, nowS)
  const galeFromAt = keptMoment(base?.typhoon?.galeFromAt, draft.galeFromAt, 'galeFromAt', read, nowS)
  if (base?.typhoon === undefined && landfallAt === null && galeFromAt === null) return null
  return { ...(base?.typhoon ?? {}), landfallAt, galeFromAt }
}

function callersOf(draft: IntakeDraft, base: Incident | null): NonNullable<Incident['callers']> {
  const [first, ...others] = base?.callers ?? []
  const caller = {
    ...(first ?? {}),
    ...filled({ name: draft.callerName, phone: draft.callerPhone, said: draft.callerSaid }),
  }
  return Object.keys(caller).length === 0 ? others : [caller, ...others]
}

function filled(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]])),
  )
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
