import { describe, expect, it } from 'vitest'
import { evaluateFormula, inputsOf, isTrue } from '#shared/planner/formula/evaluate-formula.ts'

const scope = { trapped: 12, missing: null, night: true, type: 'tunnel', zero: 0 }

describe('formulas of the parameter files', () => {
  it.each([
    ['max(2, ceil(trapped / 4))', 3],
    ['1 + 2 * 3 - 4 % 3', 6],
    ['-trapped + abs(-20)', 8],
    ["type == 'tunnel' ? 7 : 1", 7],
    ['known(missing) ? missing : 5', 5],
    ['floor(2.9) + round(2.4)', 4],
  ])('%s gives %s', (source, value) => {
    expect(evaluateFormula(source, scope)).toBe(value)
  })

  it('keeps unknown values unknown instead of counting them as 0', () => {
    expect(evaluateFormula('missing + 1', scope)).toBeNull()
    expect(evaluateFormula('max(2, missing)', scope)).toBeNull()
    expect(evaluateFormula('missing > 0 ? 3 : 1', scope)).toBeNull()
    expect(isTrue('missing == 0', scope)).toBe(false)
    expect(isTrue('missing != 0', scope)).toBe(false)
  })

  it('follows three-valued logic', () => {
    expect(evaluateFormula('missing > 0 || night', scope)).toBe(true)
    expect(evaluateFormula('missing > 0 && !night', scope)).toBe(false)
    expect(evaluateFormula('missing > 0 && night', scope)).toBeNull()
  })

  it('holds always without a condition', () => {
    expect(isTrue(undefined, scope)).toBe(true)
  })

  it('lists exactly the inputs it used', () => {
    expect(inputsOf('known(missing) ? missing : ceil(trapped / 4)', scope)).toEqual({ missing: null, trapped: 12 })
  })

  it.each([
    ['trapped.constructor', 'formula-forbidden'],
    ['trapped["x"]', 'formula-forbidden'],
    ['this', 'formula-forbidden'],
    ['[1, 2]', 'formula-forbidden'],
    ['eval(1)', 'formula-forbidden'],
    ['max.call(1)', 'formula-forbidden'],
    ['trapped = 3', 'formula-syntax'],
    ['1; 2', 'formula-forbidden'],
    ['trapped & 1', 'formula-forbidden'],
    ['1 +', 'formula-syntax'],
    ['', 'formula-forbidden'],
    ['ghost + 1', 'formula-unknown-name'],
    ['constructor', 'formula-unknown-name'],
    ['trapped / zero', 'formula-division-by-zero'],
    ['night + 1', 'formula-wrong-kind'],
    ['trapped ? 1 : 2', 'formula-wrong-kind'],
    ['ceil(1, 2)', 'formula-wrong-kind'],
  ])('refuses %s with %s', (source, code) => {
    expect(() => evaluateFormula(source, scope)).toThrow(expect.objectContaining({ name: 'FormulaError', code }))
  })

  it('refuses a formula over 400 characters', () => {
    expect(() => evaluateFormula(`${'1+'.repeat(200)}1`, scope)).toThrow(
      expect.objectContaining({ code: 'formula-too-long' }),
    )
  })
})
