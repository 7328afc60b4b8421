import type { FactValue, Incident } from '../../domain/incident.ts'
import { KNOWN_FACTS } from '../../domain/incident.ts'
import { FACT_NAMES } from '../../text/fact-names.ts'

type Caller = NonNullable<Incident['callers']>[number]

/** A fact that two calls about one incident tell differently; empty = that call does not know. */
export interface FactDifference {
  readonly fact: string
  readonly here: string
  readonly there: string
}

/** Callers of a duplicate that the main incident does not have yet: the same number and words are one caller. */
export function newCallersOf(main: Pick<Incident, 'callers'>, duplicate: Pick<Incident, 'callers'>): Caller[] {
  const keyOf = ({ name, phone, said }: Caller): string => [name, phone, said].map((part) => part ?? '').join('\n')
  const known = new Set((main.callers ?? []).map(keyOf))
  return (duplicate.callers ?? []).filter((caller) => !known.has(keyOf(caller)))
}

/** A caller in one clause. */
export function callerWords({ name, phone, said, at }: Caller): string {
  const who = [name ?? '', phone ?? ''].filter((part) => part !== '').join(' ')
  const when = at === undefined ? '' : `${at.slice(11, 16)} `
  return `${when}${who === '' ? '报警人不详' : who}${said === undefined || said === '' ? '' : `：${said}`}`
}

/** What the duplicate tells otherwise, for a person to take over or not; figures are never added up or averaged. */
export function differencesOf(main: Incident, duplicate: Incident): FactDifference[] {
  const facts = KNOWN_FACTS.map((key) => ({
    fact: FACT_NAMES[key],
    here: factWords(main.facts[key]),
    there: factWords(duplicate.facts[key]),
  }))
  const place = {
    fact: '地点',
    here: main.location.address ?? '',
    there: duplicate.location.address ?? '',
  }
  return [place, ...facts].filter(({ here, there }) => there !== '' && there !== here)
}

function factWords(value: FactValue | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return String(value)
  if (value.value !== undefined) return String(value.value)
  const { min, max } = value
  if (min !== undefined && max !== undefined) return `${min}至${max}`
  return min === undefined ? (max === undefined ? '' : `至多${max}`) : `至少${min}`
}
