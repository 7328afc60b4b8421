import { pinyin } from 'pinyin-pro'
import { plain } from './plain-text.ts'

/** Names of towns and kinds stand in thousands of records; names of one record are not worth keeping. */
const KEPT = 5000

/** Spells texts in pinyin without tones: one syllable a character, with a space between; letters and digits stay. */
export interface Speller {
  spell(text: string): string
}

/** Makes a speller that remembers the latest texts. */
export function createSpeller(): Speller {
  const known = new Map<string, string>()
  return {
    spell: (text) => {
      const kept = known.get(text)
      if (kept !== undefined) return kept
      const spelled = spellingOf(plain(text))
      if (known.size >= KEPT) known.clear()
      known.set(text, spelled)
      return spelled
    },
  }
}

function spellingOf(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return Array.from(text).join(' ')
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true })
  return syllables.map((syllable) => syllable.toLowerCase()).join(' ')
}
