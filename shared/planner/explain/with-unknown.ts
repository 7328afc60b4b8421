import type { Incident } from '../../domain/incident.ts'
import type { PlausibleValues } from '../../domain/parameters/unknowns.ts'

type Value = PlausibleValues['values'][number]

const VESSELS = ['pressure', 'nonPressure'] as const
const SPILLS = ['small', 'large'] as const
const CONTAINERS_TRIED = ['drum', 'roadTanker', 'railTank'] as const
const SIGNALS = ['blue', 'yellow', 'orange', 'red'] as const

/**
 * The incident with one unknown filled in; null when the path or the value means nothing. Only what is asked is
 * changed: a value of the wrong kind is refused and never turned into another.
 */
export function withUnknown(incident: Incident, fact: string, value: Value): Incident | null {
  const [part = '', name = ''] = fact.split('.')
  if (part === 'facts')
    return typeof value === 'number' ? { ...incident, facts: { ...incident.facts, [name]: value } } : null
  if (part === 'hazmat') {
    const given = hazmatValue(name, value)
    return given === null ? null : { ...incident, hazmat: { ...incident.hazmat, ...given } }
  }
  if (part === 'weather') {
    const given = weatherValue(name, value)
    return given === null ? null : { ...incident, weather: { ...incident.weather, ...given } }
  }
  return null
}

function hazmatValue(name: string, value: Value): Incident['hazmat'] | null {
  switch (name) {
    case 'un':
      return typeof value === 'string' ? { un: value } : null
    case 'quantityT':
      return typeof value === 'number' ? { quantityT: value } : null
    case 'onFire':
      return typeof value === 'boolean' ? { onFire: value } : null
    case 'vessel':
      return found(VESSELS, value, (vessel) => ({ vessel }))
    case 'spill':
      return found(SPILLS, value, (spill) => ({ spill }))
    case 'container':
      return found(CONTAINERS_TRIED, value, (container) => ({ container }))
    default:
      return null
  }
}

function weatherValue(name: string, value: Value): Incident['weather'] | null {
  if (name === 'signal') return found(SIGNALS, value, (signal) => ({ signal }))
  if (typeof value !== 'number') return null
  if (name === 'windFromDeg') return { windFromDeg: value }
  return name === 'windSpeedMs' ? { windSpeedMs: value } : null
}

function found<V extends Value, T>(known: readonly V[], value: Value, wrap: (value: V) => T): T | null {
  const match = known.find((each) => each === value)
  return match === undefined ? null : wrap(match)
}
