import { PLAN_PARTS } from './plan-fields.ts'

/** What of the form is on the screen: the part, the open row of each list by its dotted path, where the cursor is asked to go. */
export interface FormPlace {
  readonly part: string
  readonly open: Readonly<Record<string, number | null>>
  /** Dotted path; empty = the cursor stays. */
  readonly focus: string
}

/** The place that shows a dotted path, its rows opened on the way; `before` keeps what else was open. */
export function placeOfPath(path: string, before: FormPlace['open'] = {}): FormPlace {
  return { part: partOfPath(path), open: { ...before, ...rowsOpenFor(path) }, focus: path }
}

/** Which part of the outline a dotted path stands in. */
function partOfPath(path: string): string {
  const [first = '', second] = path.split('.')
  if (first === 'chapters' && second !== undefined) return `chapters.${second}`
  const found = PLAN_PARTS.find(({ fields }) => fields.some(({ key }) => key === first))
  return found === undefined ? 'head' : found.part
}

/** The rows to open on the way to a dotted path. */
function rowsOpenFor(path: string): Readonly<Record<string, number>> {
  const keys = path.split('.')
  return Object.fromEntries(
    keys.flatMap((key, at) => (/^\d+$/.test(key) ? [[keys.slice(0, at).join('.'), Number(key)] as const] : [])),
  )
}
