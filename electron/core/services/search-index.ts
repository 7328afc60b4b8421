import { pinyin } from 'pinyin-pro'
import { sortedBy } from '#shared/kernel/order.ts'

/** One thing that can be found: its names in any script, and codes that must match from their beginning. */
export interface Findable<T> {
  readonly item: T
  /** Last tie-break, so that the order is the same everywhere. */
  readonly id: string
  readonly names: readonly string[]
  readonly codes: readonly string[]
  /** Decides among equally good matches, 0 first; 0 when absent. */
  readonly nearness?: number
}

/** Finds things by Chinese text, full pinyin, pinyin initials, Latin names or codes; best first. */
export interface SearchIndex<T> {
  find(text: string, limit: number): T[]
}

interface Entry<T> {
  readonly item: T
  readonly id: string
  readonly names: readonly string[]
  readonly codes: readonly string[]
  readonly spellings: readonly { readonly full: string; readonly initials: string }[]
  readonly length: number
  readonly nearness: number
}

const CHINESE = /\p{Script=Han}/u

/** Builds an index; the pinyin of every name is worked out once. */
export function createSearchIndex<T>(findables: readonly Findable<T>[]): SearchIndex<T> {
  const entries = findables.map(entryOf)
  return {
    find: (text, limit) => {
      const wanted = plain(text)
      if (wanted === '') return []
      const hits = entries.flatMap((entry) => {
        const rank = rankOf(entry, wanted)
        return rank === null ? [] : [{ entry, rank }]
      })
      return sortedBy(hits, ({ entry, rank }) => [rank, entry.nearness, entry.length, entry.id])
        .slice(0, limit)
        .map(({ entry }) => entry.item)
    },
  }
}

function entryOf<T>({ item, id, names, codes, nearness = 0 }: Findable<T>): Entry<T> {
  const written = names.map(plain).filter((name) => name !== '')
  return {
    item,
    id,
    names: written,
    codes: codes.map(plain).filter((code) => code !== ''),
    spellings: written.filter((name) => CHINESE.test(name)).map(spellingOf),
    length: written[0]?.length ?? 0,
    nearness,
  }
}

function spellingOf(name: string): { full: string; initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true }).map(plain)
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable.slice(0, 1)).join('') }
}

/** Lower case without spaces, hyphens, apostrophes and middle dots, which nobody types the same way twice. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-'’·]/g, '')
}

/** 0 is best; null when nothing matches. Text comes before spelling, the beginning before the middle. */
function rankOf<T>(entry: Entry<T>, wanted: string): number | null {
  const { names, codes, spellings } = entry
  if (names.includes(wanted) || codes.includes(wanted)) return 0
  if (names.some((name) => name.startsWith(wanted)) || codes.some((code) => code.startsWith(wanted))) return 1
  if (names.some((name) => name.includes(wanted))) return 2
  if (CHINESE.test(wanted)) return null
  if (spellings.some(({ full, initials }) => full === wanted || initials === wanted)) return 3
  if (spellings.some(({ initials }) => initials.startsWith(wanted))) return 4
  if (spellings.some(({ full }) => full.startsWith(wanted))) return 5
  if (spellings.some(({ initials }) => wanted.length > 1 && initials.includes(wanted))) return 6
  return spellings.some(({ full }) => wanted.length > 2 && full.includes(wanted)) ? 7 : null
}
