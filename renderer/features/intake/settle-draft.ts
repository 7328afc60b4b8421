import type { PlaceHit } from '#shared/contract/reference.contract.ts'
import type { Substance } from '#shared/domain/hazmat.ts'
import type { IntakeDraft } from './draft.ts'
import type { FieldFault } from './incident-from-draft.ts'
import { parsePosition } from '../../text/parse-entry.ts'
import { asksForHazmat } from './relevant-facts.ts'
import { exactType } from './type-search.ts'

/** Asks the core; null when it does not answer. */
export interface Lookup {
  readonly places: (text: string) => Promise<readonly PlaceHit[] | null>
  readonly substances: (text: string) => Promise<readonly Substance[] | null>
  /** Name of a type in the language of the screen. */
  readonly typeName: (type: NonNullable<IntakeDraft['type']>) => string
}

/** What was found for what was typed: parts to put into the draft, and faults of what cannot be one thing. */
export interface Settled {
  readonly part: Partial<IntakeDraft>
  readonly faults: readonly FieldFault[]
}

/**
 * Counts as chosen what was typed in full without waiting for the list: the key or name of a type, the exact name of a
 * place, a UN number or the exact name of a substance. What names several things or none is a fault of its field.
 */
export async function settleDraft(draft: IntakeDraft, lookup: Lookup): Promise<Settled> {
  const type = draft.type === null ? settledType(draft, lookup) : {}
  const known = { ...draft, ...type }
  const [place, substance] = await Promise.all([settlePlace(known, lookup), settleSubstance(known, lookup)])
  return { part: { ...type, ...place.part, ...substance.part }, faults: [...place.faults, ...substance.faults] }
}

/** The draft with what was found, but for fields that were typed into since. */
export function withSettled(draft: IntakeDraft, asked: IntakeDraft, { part }: Settled): IntakeDraft {
  const { type, place, un, ...others } = part
  return {
    ...draft,
    ...(type !== undefined && draft.typeText === asked.typeText && draft.type === null
      ? { type, typeText: others.typeText ?? draft.typeText }
      : {}),
    ...(place !== undefined && draft.placeText === asked.placeText && draft.place === null
      ? { place, placeText: others.placeText ?? draft.placeText }
      : {}),
    ...(un !== undefined && draft.substanceText === asked.substanceText && draft.un === null
      ? { un, substanceText: others.substanceText ?? draft.substanceText }
      : {}),
  }
}

/** Words of a substance in its field once it is chosen. */
export function substanceWords(substance: Substance): string {
  return `UN${substance.un} ${substance.nameZh === '' ? substance.nameEn : substance.nameZh}`
}

const NOTHING: Settled = { part: {}, faults: [] }

function settledType(draft: IntakeDraft, lookup: Lookup): Partial<IntakeDraft> {
  const type = exactType(draft.typeText, lookup.typeName)
  return type === null ? {} : { type, typeText: lookup.typeName(type) }
}

async function settlePlace(draft: IntakeDraft, lookup: Lookup): Promise<Settled> {
  const typed = draft.placeText.trim()
  if (draft.place !== null || typed === '' || parsePosition(typed) !== null) return NOTHING
  const fault = faultOf('place', typed)
  const hits = await lookup.places(typed)
  if (hits === null) return fault('unanswered')
  const exact = hits.filter((hit) => plain(hit.name) === plain(typed))
  const [hit] = exact
  if (hit === undefined) return fault(hits.length === 0 ? 'placeNone' : 'placeMany')
  if (exact.length > 1) return fault('placeMany')
  const { lng, lat, name, town } = hit
  return { part: { place: { lng, lat, name, town }, placeText: name }, faults: [] }
}

async function settleSubstance(draft: IntakeDraft, lookup: Lookup): Promise<Settled> {
  const typed = draft.substanceText.trim()
  const asked = draft.type !== null && asksForHazmat(draft.type)
  if (!asked || draft.un !== null || typed === '' || typed === '?' || typed === '？') return NOTHING
  const fault = faultOf('substance', typed)
  const hits = await lookup.substances(typed)
  if (hits === null) return fault('unanswered')
  const number = /^(?:un)?\s*(\d{4})$/i.exec(typed)?.[1]
  const exact = hits.filter((hit) =>
    number === undefined
      ? [hit.nameZh, hit.nameEn, ...hit.aliasesZh].some((name) => plain(name) === plain(typed))
      : hit.un === number,
  )
  const named = exact.length > 1 ? exact.filter((hit) => plain(hit.nameZh) === plain(typed)) : exact
  const [hit] = named
  if (hit !== undefined && named.length === 1)
    return { part: { un: hit.un, substanceText: substanceWords(hit) }, faults: [] }
  return fault(exact.length === 0 && (hits.length === 0 || number !== undefined) ? 'substanceNone' : 'substanceMany')
}

function faultOf(field: string, value: string): (fault: FieldFault['fault']) => Settled {
  return (fault) => ({ part: {}, faults: [{ field, fault, value }] })
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
}
