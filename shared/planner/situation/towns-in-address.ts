import type { Area, Dataset } from '../../domain/dataset/dataset.ts'
import { sortedBy } from '../../kernel/order.ts'

/** A town or neighbouring district that an address names. */
export interface AddressedTown {
  readonly area: Area
  /** False where the name may be that of a road, bridge or village: it excuses a position, but accuses none. */
  readonly isSure: boolean
}

/** The last words of a town's or district's full name. */
const RANK = /(街道|镇|乡|区|市|县)$/

/** What may stand before the short name of a town: another word would make it a part of a longer one (大桥桥头). */
const BEGINS = /(^|[\s,，、;；。（(至到和与—–~-]|区|市|县|街道|镇|乡)$/

/** Named after a town but not in it by that: roads, bridges, exits, ways to it, villages of the same name. */
const NAMED_AFTER = /^.{0,4}?(路|街(?!道)|线|大道|桥|隧道|高速|互通|出口|方向|村|社区|新村|码头|渡)/

/**
 * Towns and neighbouring districts an address names, by full name (柴桥街道), by its short form (柴桥) or by the gazetteer's
 * name of a town inside a neighbour. Sorted by code; the district itself says nothing and is left out.
 */
export function townsInAddress(address: string, { areas, places }: Pick<Dataset, 'areas' | 'places'>): AddressedTown[] {
  const candidates = sortedBy(
    areas.filter(({ level }) => level !== 'district'),
    (area) => [area.code],
  )
  return candidates.flatMap((area) => {
    const names = places.filter(({ kind, town }) => kind === 'town' && town === area.name).map(({ name }) => name)
    const mentions = [area.name, ...names].flatMap((name) => mentionsOf(name, address))
    return mentions.length === 0 ? [] : [{ area, isSure: mentions.includes(true) }]
  })
}

/** Each mention of a name or its short form: true where it can only be the town. */
function mentionsOf(name: string, address: string): boolean[] {
  if (address.includes(name)) return [true]
  const short = name.replace(RANK, '')
  if (short.length < 2) return []
  const parts = address.split(short)
  return parts.slice(1).map((after, index) => BEGINS.test(parts[index] ?? '') && !NAMED_AFTER.test(after))
}
