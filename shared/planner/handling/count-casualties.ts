import { worstOf } from '../formula/fact-scope.ts'
import type { FactSheet } from '../problem.ts'

/** What a patient needs: poison treatment, burns or trauma. */
export type CasualtyKind = 'toxicology' | 'burns' | 'trauma'

/** Words for what a kind of patient needs. */
export const KIND_NAMES: Readonly<Record<CasualtyKind, string>> = {
  toxicology: '中毒救治',
  burns: '烧伤救治',
  trauma: '创伤急救',
}

/** Most urgent for a special ward first. */
const ORDER: readonly CasualtyKind[] = ['toxicology', 'burns', 'trauma']

const BURN_TYPES: ReadonlySet<string> = new Set([
  'fire_building',
  'fire_highrise',
  'fire_industrial',
  'forest_fire',
  'gas_supply',
  'tunnel',
])

/** Patients of one kind by the worst report. */
export interface CasualtyCount {
  readonly kind: CasualtyKind
  readonly patients: number
}

/** What the type of the incident does to people when nobody says what is wrong with them. */
export function usualKind(facts: Pick<FactSheet, 'type' | 'hazmat'>): CasualtyKind {
  if (facts.hazmat?.toxic === true || facts.type === 'confined_space') return 'toxicology'
  return isBurning(facts) ? 'burns' : 'trauma'
}

/**
 * Patients by what they need (design rule): those reported poisoned need poison treatment; the hurt and trapped what the
 * incident usually does. Once the poisoned of a toxic incident are counted apart, its hurt are burned or wounded. Serious
 * injuries are added to injuries because reports do not say whether they are among them. Null = nothing is known.
 */
export function countCasualties(facts: Pick<FactSheet, 'type' | 'hazmat' | 'facts'>): readonly CasualtyCount[] | null {
  const { injured, seriousInjuries, poisoned, trapped } = facts.facts
  const values = {
    injured: worstOf(injured),
    serious: worstOf(seriousInjuries),
    poisoned: worstOf(poisoned),
    trapped: worstOf(trapped),
  }
  if (Object.values(values).every((value) => value === null)) return null
  const counts: Record<CasualtyKind, number> = { toxicology: 0, burns: 0, trauma: 0 }
  const usual = usualKind(facts)
  const ofHurt = isCountedApart(facts, values.poisoned) ? (isBurning(facts) ? 'burns' : 'trauma') : usual
  counts.toxicology += values.poisoned ?? 0
  counts[ofHurt] += (values.injured ?? 0) + (values.serious ?? 0)
  counts[usual] += values.trapped ?? 0
  return ORDER.map((kind) => ({ kind, patients: Math.ceil(counts[kind]) })).filter(({ patients }) => patients > 0)
}

/** In a confined space the seriously hurt are poisoned as a rule: acute poisoning counts as serious injury (493号令 art. 3). */
function isCountedApart(facts: Pick<FactSheet, 'type' | 'hazmat'>, poisoned: number | null): boolean {
  return usualKind(facts) === 'toxicology' && facts.type !== 'confined_space' && (poisoned ?? 0) > 0
}

function isBurning({ type, hazmat }: Pick<FactSheet, 'type' | 'hazmat'>): boolean {
  return BURN_TYPES.has(type) || hazmat?.onFire === true
}
