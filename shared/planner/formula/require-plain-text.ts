import { FormulaError } from './formula-error.ts'

/** Longest formula accepted, characters; keeps the work of reading it harmless. */
const MAX_FORMULA_LENGTH = 400

const QUOTED_TEXT = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/gs
const FORBIDDEN_SIGN = /[^A-Za-z0-9_ \t\n\r.+\-*/%<>=!&|?:(),'"]/u
/** Signs nobody sees on screen: controls, zero width, direction marks. A formula must do what it shows. */
const UNSEEN_SIGN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u
/** A comma with nothing on one side, or outside all brackets at either end: the reader would skip it in silence. */
const LOOSE_COMMA = /^\s*,|,\s*$|,\s*[,)]|\(\s*,/

/**
 * Refuses text that is too long or uses signs no formula needs, before anything reads it. Names are ASCII, so that no
 * look-alike letter passes for a fact; quoted texts may be in any script. Throws `FormulaError`.
 */
export function requirePlainText(source: string): void {
  if (source.length > MAX_FORMULA_LENGTH)
    throw new FormulaError('formula-too-long', source, `${source.length} characters`)
  const unseen = UNSEEN_SIGN.exec(source.replaceAll(/[\t\n\r]/g, ' '))
  if (unseen !== null) throw new FormulaError('formula-forbidden', source, signName(unseen[0]))
  const bare = source.replaceAll(QUOTED_TEXT, "''")
  const sign = FORBIDDEN_SIGN.exec(bare)
  if (sign !== null) throw new FormulaError('formula-forbidden', source, signName(sign[0]))
  if (LOOSE_COMMA.test(bare)) throw new FormulaError('formula-syntax', source, 'a comma without a value')
}

/** The sign and its code point, so that an unseen one can be found. */
function signName(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  return `sign "${sign}" (U+${code.toString(16).toUpperCase().padStart(4, '0')})`
}
