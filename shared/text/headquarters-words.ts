import type { Headquarters } from '../domain/taxonomy.ts'

/** The two headquarters in words. */
export const HEADQUARTERS_WORDS: Readonly<Record<Headquarters, string>> = {
  administrative: '行政指挥部',
  tactical: '战术指挥部',
}
