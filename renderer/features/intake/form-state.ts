import type { TextKey } from '../../text/text.ts'
import type { IntakeDraft } from './draft.ts'
import type { FieldFault } from './incident-from-draft.ts'

/** What each block of the form gets: the draft, a way to change it and the words of an error. */
export interface BlockProps {
  readonly draft: IntakeDraft
  readonly change: (part: Partial<IntakeDraft>) => void
  /** Error words of a field, or null. */
  readonly errorOf: (field: string) => string | null
  /** Looks up what was typed in full in the fields that have a list. */
  readonly settle: () => void
}

/** Key of the words for a fault. */
export function faultKey(fault: FieldFault): TextKey {
  return `intake.error.${fault.fault}`
}

/** Form field that a dotted path of the incident belongs to; `place` when none fits better. */
export function fieldOfPath(path: string): string {
  const inner = path.replace(/^(input\.)?incident\./, '')
  const known: readonly (readonly [string, string])[] = [
    ['location', 'place'],
    ['type', 'type'],
    ['occurredAt', 'occurredAt'],
    ['receivedAt', 'receivedAt'],
    ['hazmat.quantityT', 'quantityT'],
    ['hazmat', 'substance'],
    ['weather.windFromDeg', 'windFrom'],
    ['weather.windSpeedMs', 'windSpeedMs'],
    ['weather.tempC', 'tempC'],
    ['weather.humidityPercent', 'humidityPercent'],
    ['weather.forecast', 'forecast'],
    ['trappedList', 'trapped'],
    ['building', 'building'],
    ['typhoon.galeFromAt', 'galeFromAt'],
    ['typhoon', 'landfallAt'],
    ['closures', 'closures'],
    ['cutOffTowns', 'cutOffTowns'],
    ['measuredZones', 'measuredZones'],
    ['closedInitialZones', 'closedZones'],
    ['responding', 'responding'],
    ['unavailable', 'unavailable'],
  ]
  const facts = /^facts\.([A-Za-z0-9]+)/.exec(inner)
  if (facts?.[1]) return `fact.${facts[1]}`
  return known.find(([prefix]) => inner.startsWith(prefix))?.[1] ?? 'form'
}
