import { describe, expect, it } from 'vitest'
import { evaluateFormula, inputsOf, isTrue } from '#shared/planner/formula/evaluate-formula.ts'
import type { FormulaValue } from '#shared/planner/formula/parse-formula.ts'

/** Hard upper limit for reading or refusing one formula, milliseconds. */
const WITHIN_MS = 50

const scope = { deaths: 3, trapped: 12, missing: null, night: true, type: 'tunnel', zero: 0, open: Infinity, none: NaN }

/** The shortest of five runs: what the formula costs, not what else the machine does. */
function shortestMs(source: string): number {
  const runs = Array.from({ length: 5 }, () => {
    const startedMs = performance.now()
    try {
      evaluateFormula(source, scope)
    } catch {
      // Refusing is what is measured; the code is asserted apart.
    }
    return performance.now() - startedMs
  })
  return Math.min(...runs)
}

const nested = (open: string, close: string, depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`

const REFUSED: readonly (readonly [what: string, source: string, code: string])[] = [
  ['an endless loop', 'while (true) deaths', 'formula-forbidden'],
  ['a counted loop', 'for (i = 0; i < 9; i = i + 1) deaths', 'formula-forbidden'],
  ['a loop body', 'do { deaths } while (1)', 'formula-forbidden'],
  ['a function of its own', 'function f() { return f() }', 'formula-forbidden'],
  ['an arrow', '() => 1', 'formula-syntax'],
  ['an arrow with a name', 'x => x', 'formula-syntax'],
  ['an arrow called at once', '(() => 1)()', 'formula-syntax'],
  ['a member', 'deaths.toString', 'formula-forbidden'],
  ['a member of a text', "'a'.length", 'formula-forbidden'],
  ['a computed member', "deaths['constructor']", 'formula-forbidden'],
  ['an optional member', 'deaths?.constructor', 'formula-forbidden'],
  ['the constructor of a constructor', "deaths.constructor.constructor('return this')()", 'formula-forbidden'],
  ['the constructor of a group', '(deaths).constructor', 'formula-forbidden'],
  ['the name __proto__', '__proto__', 'formula-unknown-name'],
  ['a member of __proto__', '__proto__.polluted', 'formula-forbidden'],
  ['the name constructor', 'constructor', 'formula-unknown-name'],
  ['the name prototype', 'prototype', 'formula-unknown-name'],
  ['the name hasOwnProperty', 'hasOwnProperty', 'formula-unknown-name'],
  ['the name toString', 'toString + 1', 'formula-unknown-name'],
  ['the name valueOf', 'valueOf == 1', 'formula-unknown-name'],
  ['a call of hasOwnProperty', "hasOwnProperty('deaths')", 'formula-forbidden'],
  ['a call of __defineGetter__', "__defineGetter__('x', max)", 'formula-forbidden'],
  ['known() of an inherited name', 'known(__proto__)', 'formula-unknown-name'],
  ['this', 'this', 'formula-forbidden'],
  ['globalThis', 'globalThis', 'formula-unknown-name'],
  ['process', 'process', 'formula-unknown-name'],
  ['window', 'window == 1', 'formula-unknown-name'],
  ['eval', "eval('1')", 'formula-forbidden'],
  ['Function', "Function('return 1')()", 'formula-forbidden'],
  ['require', "require('fs')", 'formula-forbidden'],
  ['import', "import('fs')", 'formula-forbidden'],
  ['Math', 'Math.random()', 'formula-forbidden'],
  ['a call of a fact', 'deaths(1)', 'formula-forbidden'],
  ['a call of a number', '1(2)', 'formula-forbidden'],
  ['a call of a call', 'max(1)(2)', 'formula-forbidden'],
  ['an optional call', 'max?.(1)', 'formula-forbidden'],
  ['a function as a value', 'max', 'formula-unknown-name'],
  ['a function named in capitals', 'MAX(1, 2)', 'formula-forbidden'],
  ['new', 'new Date', 'formula-forbidden'],
  ['new with brackets', 'new Array(9)', 'formula-forbidden'],
  ['typeof', 'typeof deaths', 'formula-forbidden'],
  ['void', 'void 0', 'formula-forbidden'],
  ['delete', 'delete deaths', 'formula-forbidden'],
  ['in', "'deaths' in deaths", 'formula-forbidden'],
  ['instanceof', 'deaths instanceof deaths', 'formula-forbidden'],
  ['an assignment', 'deaths = 0', 'formula-syntax'],
  ['an adding assignment', 'deaths += 1', 'formula-syntax'],
  ['an increment', 'deaths++', 'formula-syntax'],
  ['two statements', 'deaths; 1', 'formula-forbidden'],
  ['a statement end', 'deaths > 1;', 'formula-forbidden'],
  ['two expressions side by side', 'deaths 1', 'formula-forbidden'],
  ['the comma operator', '(deaths, 1)', 'formula-forbidden'],
  ['a comma at the end', 'deaths,', 'formula-syntax'],
  ['a comma at the start', ', deaths', 'formula-syntax'],
  ['a missing argument', 'max(1,,2)', 'formula-syntax'],
  ['a missing last argument', 'max(1, )', 'formula-syntax'],
  ['a template string', '`${deaths}`', 'formula-forbidden'],
  ['a tagged template', 'max`1`', 'formula-forbidden'],
  ['a regular expression', "/a+/.test('a')", 'formula-syntax'],
  ['a line comment', 'deaths // more', 'formula-syntax'],
  ['a block comment', 'deaths /* more */ + 1', 'formula-syntax'],
  ['a web comment', 'deaths <!-- 1', 'formula-wrong-kind'],
  ['an array', '[1, 2]', 'formula-forbidden'],
  ['an object', '{}', 'formula-forbidden'],
  ['a spread', 'max(...deaths)', 'formula-syntax'],
  ['null', 'deaths == null', 'formula-forbidden'],
  ['undefined', 'undefined', 'formula-unknown-name'],
  ['NaN as a name', 'NaN', 'formula-unknown-name'],
  ['Infinity as a name', 'Infinity', 'formula-unknown-name'],
  ['a bit operator', 'deaths | 1', 'formula-forbidden'],
  ['a shift', 'deaths << 30', 'formula-forbidden'],
  ['a power', '10 ** 400', 'formula-forbidden'],
  ['strict equality', 'deaths === 3', 'formula-forbidden'],
  ['nullish choice', 'missing ?? 0', 'formula-forbidden'],
  ['a full-width name', 'ｄeaths', 'formula-forbidden'],
  ['a Cyrillic look-alike', 'de\u0430ths', 'formula-forbidden'],
  ['a zero-width space in a name', 'dea\u200Bths', 'formula-forbidden'],
  ['a no-break space', 'deaths\u00A0+ 1', 'formula-forbidden'],
  ['a right-to-left override', "type == '\u202Elennut'", 'formula-forbidden'],
  ['a soft hyphen in a text', "type == 'tun\u00ADnel'", 'formula-forbidden'],
  ['a NUL', 'deaths\u0000', 'formula-forbidden'],
  ['a lone surrogate', "type == '\uD800'", 'formula-forbidden'],
  ['an escaped name', '\\u0064eaths', 'formula-forbidden'],
  ['an emoji', 'deaths + 💀', 'formula-forbidden'],
  ['a full-width bracket', 'max（1，2）', 'formula-forbidden'],
  ['a dollar name', '$deaths', 'formula-forbidden'],
  ['a private field', '#deaths', 'formula-forbidden'],
  ['a hexadecimal number', '0xFFFF', 'formula-syntax'],
  ['a big integer', '10n', 'formula-syntax'],
  ['a number too large', '1e999', 'formula-out-of-range'],
  ['300 digits and more', '9'.repeat(330), 'formula-out-of-range'],
  ['an overflowing product', '1e200 * 1e200', 'formula-out-of-range'],
  ['an overflowing quotient', '1e200 / 1e-200', 'formula-out-of-range'],
  ['the root of a negative number', 'sqrt(0 - trapped)', 'formula-out-of-range'],
  ['a division by zero', 'deaths / 0', 'formula-division-by-zero'],
  ['a division by minus zero', 'deaths / -0', 'formula-division-by-zero'],
  ['a remainder by zero', 'deaths % zero', 'formula-division-by-zero'],
  ['10 000 brackets', nested('(', ')', 10_000), 'formula-too-long'],
  ['10 000 calls', nested('max(', ')', 10_000), 'formula-too-long'],
  ['10 000 choices', `${'night ? 1 : '.repeat(10_000)}1`, 'formula-too-long'],
  ['1 MB of signs', '!'.repeat(1_000_000), 'formula-too-long'],
  ['1 MB of text', `'${'x'.repeat(1_000_000)}' == type`, 'formula-too-long'],
  ['399 brackets never closed', '('.repeat(399), 'formula-syntax'],
  ['more than 200 parts', `${'1+'.repeat(110)}1`, 'formula-too-long'],
  ['398 negations', `${'!'.repeat(394)}night`, 'formula-too-long'],
  ['nothing', '', 'formula-forbidden'],
  ['only spaces', '   ', 'formula-forbidden'],
  ['a number plus a text', "deaths + '1'", 'formula-wrong-kind'],
  ['texts in order', "'a' < 'b'", 'formula-wrong-kind'],
  ['a number as a condition', 'deaths && night', 'formula-wrong-kind'],
  ['a call without values', 'max()', 'formula-wrong-kind'],
  ['known() of two', 'known(deaths, trapped)', 'formula-wrong-kind'],
]

const SAFE: readonly (readonly [what: string, source: string, value: FormulaValue])[] = [
  ['a NaN fact counts as unknown', 'none + 1', null],
  ['a NaN fact equals nothing, itself included', 'none == none', null],
  ['a NaN fact is not known', 'known(none)', false],
  ['an open end less an open end is unknown', 'open - open', null],
  ['an open end stays open', 'open + 1 > 1000', true],
  ['an open end times nothing is unknown', 'open * zero', null],
  ['a long chain within the limit adds up', `${'1+'.repeat(99)}1`, 100],
  ['190 brackets are one number', nested('(', ')', 190), 1],
  ['a quoted program is only a text', "type == 'while (true) {}; this.constructor'", false],
  ['an escaped quote stays inside its text', "type == 'it\\'s, a; [tunnel]'", false],
  ['Chinese text compares', "type == '隧道'", false],
  ['a double negation is the value', '!!night', true],
  ['very small numbers do not become nothing', '1e-300 > 0', true],
]

describe('hostile formulas', () => {
  it('are tried by the hundred', () => {
    expect(REFUSED.length).toBeGreaterThanOrEqual(100)
  })

  it.each(REFUSED)('%s is refused: %s', (_what, source, code) => {
    expect(() => evaluateFormula(source, scope)).toThrow(expect.objectContaining({ name: 'FormulaError', code }))
    expect(shortestMs(source)).toBeLessThan(WITHIN_MS)
  })

  it.each(SAFE)('%s', (_what, source, value) => {
    expect(evaluateFormula(source, scope)).toBe(value)
    expect(shortestMs(source)).toBeLessThan(WITHIN_MS)
  })

  it('leave no mark on the prototypes of the program', () => {
    const before = [Object.prototype, Array.prototype, Function.prototype].map((own) => Reflect.ownKeys(own).length)
    for (const [, source] of REFUSED) expect(() => isTrue(source, scope)).toThrow()
    const after = [Object.prototype, Array.prototype, Function.prototype].map((own) => Reflect.ownKeys(own).length)
    expect(after).toEqual(before)
  })

  it('name an unseen sign by its code point, so that the writer can find it', () => {
    expect(() => evaluateFormula('dea\u200Bths', scope)).toThrow('U+200B')
  })

  it('cannot use a name the facts only inherit', () => {
    const inherited: Record<string, number> = {}
    Object.setPrototypeOf(inherited, { deaths: 3 })
    expect(() => inputsOf('deaths', inherited)).toThrow(expect.objectContaining({ code: 'formula-unknown-name' }))
  })
})
