/**
 * Index of the first character that keeps a text from being JSON (RFC 8259); the text's length when it ends too early or
 * is sound. Only for error texts: it makes no values.
 */
export function findJsonFault(text: string): number {
  const scan: Scan = { text, at: text.startsWith('\uFEFF') ? 1 : 0, depth: 0 }
  if (!skipValue(scan)) return scan.at
  skipSpace(scan)
  return scan.at
}

interface Scan {
  readonly text: string
  at: number
  depth: number
}

/** Deeper nesting is not followed; the fault is then placed where it starts. */
const MAX_DEPTH = 500
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const STRING_START = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

function skipValue(scan: Scan): boolean {
  skipSpace(scan)
  const first = scan.text[scan.at]
  if (first === '{' || first === '[') return skipNested(scan, first === '{')
  return first === '"' ? skipString(scan) : skipPattern(scan, SCALAR)
}

function skipNested(scan: Scan, isObject: boolean): boolean {
  const end = isObject ? '}' : ']'
  scan.depth += 1
  if (scan.depth > MAX_DEPTH) return false
  scan.at += 1
  skipSpace(scan)
  if (scan.text[scan.at] !== end) {
    do {
      if (isObject && !skipKey(scan)) return false
      if (!skipValue(scan)) return false
      skipSpace(scan)
    } while (skipCharacter(scan, ','))
    if (scan.text[scan.at] !== end) return false
  }
  scan.at += 1
  scan.depth -= 1
  return true
}

function skipKey(scan: Scan): boolean {
  skipSpace(scan)
  if (!skipString(scan)) return false
  skipSpace(scan)
  return skipCharacter(scan, ':')
}

/** A string that does not end leaves the scan where it breaks, not where it starts. */
function skipString(scan: Scan): boolean {
  if (skipPattern(scan, STRING)) return true
  skipPattern(scan, STRING_START)
  return false
}

function skipCharacter(scan: Scan, character: string): boolean {
  if (scan.text[scan.at] !== character) return false
  scan.at += 1
  return true
}

function skipPattern(scan: Scan, pattern: RegExp): boolean {
  pattern.lastIndex = scan.at
  if (!pattern.test(scan.text)) return false
  scan.at = pattern.lastIndex
  return true
}

function skipSpace(scan: Scan): void {
  while (/[ \t\r\n]/.test(scan.text[scan.at] ?? '')) scan.at += 1
}
