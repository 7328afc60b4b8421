import { KNOWN_FACTS } from '#shared/domain/incident.ts'
import type { Text } from '../../text/text.ts'

/** Parts of an incident that have a name of their own. */
const PARTS = [
  'title',
  'type',
  'mode',
  'occurredAt',
  'receivedAt',
  'asOf',
  'source',
  'location',
  'hazmat',
  'weather',
  'callers',
  'responding',
  'building',
  'trappedList',
  'typhoon',
  'closures',
  'cutOffTowns',
  'measuredZones',
  'closedInitialZones',
  'unavailable',
] as const

/** A dotted path of an incident in words; what has no name of its own keeps the end of its path. */
export function fieldLabel(path: string, text: Text): string {
  const [head = '', ...rest] = path.split('.')
  if (head === 'facts') {
    const [name = '', ...deeper] = rest
    const fact = KNOWN_FACTS.find((known) => known === name)
    return [fact === undefined ? name : text(`fact.${fact}`), ...deeper].join(' ')
  }
  const part = PARTS.find((known) => known === head)
  return [part === undefined ? head : text(`merging.parts.${part}`), ...rest].join(' ')
}
