import type { PaperBlock } from '../../domain/paper-document.ts'

/** A heading; `minor` stands below another. */
export function heading(text: string, minor = false): PaperBlock {
  return minor ? { kind: 'heading', text, minor } : { kind: 'heading', text }
}

/** Said where a list has nothing, so that an empty list is not taken for a forgotten one. */
const NOTHING = '（无）'

/** Short lines; says so when there are none. */
export function list(lines: readonly string[]): PaperBlock {
  return lines.length === 0 ? { kind: 'text', text: NOTHING } : { kind: 'list', lines: [...lines] }
}

/** A table of columns with their widths in percent; says so when it has no row. */
export function table(
  columns: readonly (readonly [name: string, width: number])[],
  rows: readonly (readonly (string | number)[])[],
): PaperBlock {
  if (rows.length === 0) return { kind: 'text', text: NOTHING }
  return {
    kind: 'table',
    head: columns.map(([name]) => name),
    widths: columns.map(([, width]) => width),
    rows: rows.map((row) => row.map(String)),
  }
}
