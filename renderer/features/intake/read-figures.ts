import type { InputOf } from '#shared/contract/define.ts'
import type { appContract } from '#shared/contract/app-contract.ts'
import type { KnownFact } from '#shared/domain/incident.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { parseFact, parseFormTime, type EntryFault } from '../../text/parse-entry.ts'
import { scaleOf } from './relevant-facts.ts'

type Report = InputOf<typeof appContract.incident.reportFigures>

/** What was typed of a report: figures by fact (empty = nothing new), who states them, and as of when. */
export interface FiguresEntry {
  readonly figures: Readonly<Partial<Record<KnownFact, string>>>
  readonly source: string
  readonly asOf: string
}

/** A field that cannot be read: a fact, the time, or that nothing or nobody was named. */
export interface FiguresFault {
  readonly field: KnownFact | 'source' | 'asOf' | 'figures'
  readonly fault: EntryFault | 'missing' | 'empty'
  /** What was typed. */
  readonly value: string
}

export type ReadFigures =
  | { readonly ok: true; readonly report: Pick<Report, 'figures' | 'source' | 'asOf'> }
  | { readonly ok: false; readonly faults: readonly FiguresFault[] }

/** Reads a typed report. A single `?` = not known any more; an untouched field is left alone. */
export function readFigures(entry: FiguresEntry, facts: readonly KnownFact[], nowS: number): ReadFigures {
  const faults: FiguresFault[] = []
  const figures: Report['figures'][number][] = []
  for (const fact of facts) {
    const text = (entry.figures[fact] ?? '').trim()
    if (text === '') continue
    const read = parseFact(text, scaleOf(fact))
    if (!read.ok) {
      faults.push({ field: fact, fault: read.fault, value: text })
      continue
    }
    const { value } = read
    if (value === null) figures.push({ fact, value: null })
    else if (typeof value === 'number') figures.push({ fact, value: { value } })
    else {
      const { min, max } = value
      figures.push({ fact, value: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } })
    }
  }
  if (figures.length === 0 && faults.length === 0) faults.push({ field: 'figures', fault: 'empty', value: '' })
  const source = entry.source.trim()
  if (source === '') faults.push({ field: 'source', fault: 'missing', value: '' })
  const asOf = parseFormTime(entry.asOf, nowS)
  if (!asOf.ok) faults.push({ field: 'asOf', fault: asOf.fault, value: entry.asOf })
  else if (asOf.value === null) faults.push({ field: 'asOf', fault: 'missing', value: '' })
  else if (isAfterNow(asOf.value, nowS)) faults.push({ field: 'asOf', fault: 'future', value: entry.asOf })
  if (faults.length > 0 || !asOf.ok || asOf.value === null) return { ok: false, faults }
  return { ok: true, report: { figures, source, asOf: asOf.value } }
}

/** A minute of grace: clocks of two desks differ. */
const GRACE_S = 60

function isAfterNow(moment: string, nowS: number): boolean {
  return (parseInstant(moment)?.epochS ?? 0) > nowS + GRACE_S
}
