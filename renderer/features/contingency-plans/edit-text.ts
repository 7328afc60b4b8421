import { isNode, LineCounter, parse, parseDocument, stringify } from 'yaml'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type { PlanEdit } from '../../app/plan-desk.ts'

/** What the plan under edit says, as a text to check: as written, or made from the form when the form was changed. */
export function textOfEdit(edit: Pick<PlanEdit, 'mode' | 'text' | 'value' | 'formChanged'>): string {
  if (edit.mode === 'text' || !edit.formChanged) return edit.text
  return textOf(edit.value)
}

/**
 * The text to keep: of a changed form only the changed parts are written anew, so that remarks in the others stay. Where
 * parts lean on each other by anchors the whole is written anew.
 */
export function keptTextOf(edit: Pick<PlanEdit, 'mode' | 'text' | 'value' | 'formChanged'>): string {
  if (edit.mode === 'text' || !edit.formChanged) return edit.text
  return withRemarks(edit) ?? textOf(edit.value)
}

/** How many lines of remarks `after` has less than `before`. */
export function remarksLost(before: string, after: string): number {
  const count = (text: string): number => text.split('\n').filter((line) => line.trimStart().startsWith('#')).length
  return Math.max(0, count(before) - count(after))
}

function textOf(value: PlanEdit['value']): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })
}

function withRemarks({ text, value }: Pick<PlanEdit, 'text' | 'value'>): string | null {
  try {
    const document = parseDocument(text)
    const before: unknown = document.toJS({ maxAliasCount: 400 })
    if (document.errors.length > 0 || typeof before !== 'object' || before === null) return null
    for (const key of Object.keys(before)) if (value[key] === undefined) document.delete(key)
    for (const [key, part] of Object.entries(value)) {
      const was: unknown = Reflect.get(before, key)
      if (canonicalJson(was ?? null) !== canonicalJson(part ?? null)) document.set(key, document.createNode(part))
    }
    const written = document.toString({ lineWidth: 0 })
    return canonicalJson(parse(written, { maxAliasCount: 400 })) === canonicalJson(value) ? written : null
  } catch (error) {
    // An anchor that was written over leaves its uses without a meaning.
    if (error instanceof Error) return null
    throw error
  }
}

/** Where the value of a dotted path stands in a text, or what should hold it; line and column from 1. */
export function lineOfPath(text: string, path: string): { readonly line: number; readonly column: number } {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))
  for (let length = keys.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(keys.slice(0, length), true)
    if (!isNode(node) || node.range === null || node.range === undefined) continue
    const { line, col } = lineCounter.linePos(node.range[0])
    return { line, column: col }
  }
  return { line: 1, column: 1 }
}
