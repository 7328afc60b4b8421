import { assert, constantFrom, property, string, array, oneof } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateFormula, inputsOf } from '#shared/planner/formula/evaluate-formula.ts'
import { FormulaError } from '#shared/planner/formula/formula-error.ts'

const RUNS = 5000

const FACTS = { deaths: 3, missing: null, night: false, type: 'tunnel', open: Infinity }

const token = constantFrom(
  ...['deaths', 'missing', 'night', 'type', 'open', 'ghost', 'this', 'constructor', '__proto__', 'null', 'true'],
  ...['max(', 'min(', 'known(', 'sqrt(', 'ceil(', 'eval(', '(', ')', '[', ']', '{', '}', ',', ';', '.', '?.', '`'],
  ...['+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||', '!', '?', ':', '=', '=>', '++', '??', '//', '/*'],
  ...['0', '1', '1e308', '1e999', '.5', "'tunnel'", "'", '"', '\\', '\u200B', '\u202E', 'ａ', '\n', ' '],
)

const soup = oneof(
  array(token, { maxLength: 40 }).map((tokens) => tokens.join(' ')),
  array(token, { maxLength: 40 }).map((tokens) => tokens.join('')),
  string({ unit: 'binary', maxLength: 420 }),
)

/** Facts that record each name asked for, so that reaching past them shows. */
function watchedFacts(): { facts: Readonly<Record<string, number | string | boolean | null>>; asked: Set<string> } {
  const asked = new Set<string>()
  const facts = new Proxy(FACTS, {
    get: (target, key) => {
      asked.add(String(key))
      return Object.entries(target).find(([name]) => name === key)?.[1]
    },
  })
  return { facts, asked }
}

describe('random token soup as a formula', () => {
  it('gives a plain value or a FormulaError, never anything else, and reads no name but its facts', () => {
    const seen = { value: 0, refused: 0 }
    assert(
      property(soup, (source) => {
        const { facts, asked } = watchedFacts()
        try {
          const value = evaluateFormula(source, facts)
          inputsOf(source, facts)
          expect(value === null || ['number', 'string', 'boolean'].includes(typeof value)).toBe(true)
          expect(Number.isNaN(value)).toBe(false)
          seen.value += 1
        } catch (error) {
          if (!(error instanceof FormulaError)) throw error
          seen.refused += 1
        }
        expect([...asked].filter((name) => !Object.hasOwn(FACTS, name))).toEqual([])
      }),
      { numRuns: RUNS, seed: 20261122 },
    )
    expect(seen.value + seen.refused).toBe(RUNS)
    expect(Math.min(seen.value, seen.refused)).toBeGreaterThan(20)
  }, 30_000)
})
