import type { OutputOf } from '#shared/contract/define.ts'
import type { appContract } from '#shared/contract/app-contract.ts'
import type { LotView } from '#shared/contract/stock.contract.ts'
import { sumOf } from '#shared/domain/stock/split-quantity.ts'
import { numberOf } from './step-fields.ts'

/** A sheet as the core knows it. */
export type Sheet = OutputOf<typeof appContract.stock.sheet>

/** What was typed for one lot, and the state of the lot that was looked at. */
export interface CountEntry {
  readonly counted: string
  readonly reason: string
  readonly basis: string
}

/** What was typed, by lot. */
export type CountEntries = ReadonlyMap<string, CountEntry>

/** How one line stands. `difference` is counted less booked. */
export type CountState =
  | { readonly kind: 'open' | 'changed' | 'bad' }
  | { readonly kind: 'same' | 'more' | 'less'; readonly difference: number }

/** What was typed before, from the kept sheet. */
export function entriesOf({ lines }: Sheet): CountEntries {
  return new Map(
    lines.flatMap(({ lot, counted, reason, basis }): [string, CountEntry][] =>
      basis === null ? [] : [[lot.lotId, { counted: counted === null ? '' : String(counted), reason, basis }]],
    ),
  )
}

/** How a line stands as it was typed. */
export function stateOf(lot: LotView, entry: CountEntry | undefined): CountState {
  if (entry === undefined || entry.counted.trim() === '') return { kind: 'open' }
  if (entry.basis !== lot.basis) return { kind: 'changed' }
  const counted = numberOf(entry.counted)
  if (counted === null) return { kind: 'bad' }
  const difference = sumOf([counted, -lot.quantity])
  return { kind: difference === 0 ? 'same' : difference > 0 ? 'more' : 'less', difference }
}

/** Lines for the core. `all` adds the lots without an entry, which a finished sheet must have too. */
export function linesOf(
  { lines }: Sheet,
  entries: CountEntries,
  all: boolean,
): { lotId: string; basis: string; counted: number | null; reason: string }[] {
  return lines.flatMap(({ lot }) => {
    const entry = entries.get(lot.lotId)
    if (entry === undefined) return all ? [{ lotId: lot.lotId, basis: lot.basis, counted: null, reason: '' }] : []
    return [{ lotId: lot.lotId, basis: entry.basis, counted: numberOf(entry.counted), reason: entry.reason.trim() }]
  })
}

/** How far a sheet is. */
export function progressOf(
  { lines }: Sheet,
  entries: CountEntries,
): { done: number; total: number; differences: number; changed: number } {
  const kinds = lines.map(({ lot }) => stateOf(lot, entries.get(lot.lotId)).kind)
  return {
    done: kinds.filter((kind) => kind === 'same' || kind === 'more' || kind === 'less').length,
    total: kinds.length,
    differences: kinds.filter((kind) => kind === 'more' || kind === 'less').length,
    changed: kinds.filter((kind) => kind === 'changed').length,
  }
}
