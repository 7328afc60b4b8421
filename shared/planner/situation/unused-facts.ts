import type { Incident } from '../../domain/incident.ts'
import type { Finding } from '../../domain/reason.ts'
import { compareText } from '../../kernel/order.ts'
import { FACT_KEYS } from '../../text/fact-names.ts'
import { makeFinding } from '../reason.ts'

const WEATHER_KEYS = [
  'windFromDeg',
  'windSpeedMs',
  'tempC',
  'humidityPercent',
  'signal',
  'signalKind',
  'station',
  'asOf',
  'forecast',
]

/** One finding for each fact or weather key the planner does not know, so that nobody believes it was used. */
export function findUnusedFacts(incident: Pick<Incident, 'facts' | 'weather'>): Finding[] {
  const known: readonly string[] = FACT_KEYS
  const facts = Object.keys(incident.facts).filter((key) => !known.includes(key))
  const weather = Object.keys(incident.weather ?? {}).filter((key) => !WEATHER_KEYS.includes(key))
  return [...facts.map((key) => `facts.${key}`), ...weather.map((key) => `weather.${key}`)]
    .sort(compareText)
    .map((key) => makeFinding('fact-unused', 'info', `incident.${key}`, { key }))
}
