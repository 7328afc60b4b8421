import type { PlanValue } from '../../app/plan-desk.ts'
import type { FieldSpec } from './field-spec.ts'

/** Keys and positions from the whole plan to a value, outermost first. */
export type TreePath = readonly (string | number)[]

type Tree = { readonly [key: string]: PlanValue | undefined }

/** A plan as the tree a form works on. */
export function treeOf(plan: object): Tree {
  const copy = asTree(plan)
  return isBranch(copy) ? copy : {}
}

function asTree(value: unknown): PlanValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (Array.isArray(value)) return value.map(asTree)
  if (typeof value !== 'object') return null
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part === undefined ? [] : [[key, asTree(part)] as const])),
  )
}

/** Whether a value of a plan has named parts. */
export function isBranch(value: PlanValue | undefined): value is { readonly [key: string]: PlanValue | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a path; undefined where nothing stands. */
export function valueAt(tree: PlanValue | undefined, path: TreePath): PlanValue | undefined {
  return path.reduce<PlanValue | undefined>((value, key) => partOf(value, key), tree)
}

function partOf(value: PlanValue | undefined, key: string | number): PlanValue | undefined {
  if (isRow(value)) return value[Number(key)]
  return isBranch(value) ? value[String(key)] : undefined
}

/** The plan with another value at a path; undefined takes the key out. */
export function withValueAt(tree: Tree, path: TreePath, value: PlanValue | undefined): Tree {
  const next = changed(tree, path, value)
  return isBranch(next) ? next : tree
}

function changed(value: PlanValue | undefined, path: TreePath, next: PlanValue | undefined): PlanValue | undefined {
  const [key, ...rest] = path
  if (key === undefined) return next
  const part = changed(partOf(value, key), rest, next)
  if (typeof key === 'number') {
    const row = rowsOf(value)
    return part === undefined ? row.filter((_, at) => at !== key) : row.with(key, part)
  }
  const branch = isBranch(value) ? value : {}
  if (part !== undefined) return { ...branch, [key]: part }
  return Object.fromEntries(Object.entries(branch).filter(([name]) => name !== key))
}

/** The entries of a list; none when it is no list. */
export function rowsOf(value: PlanValue | undefined): readonly PlanValue[] {
  return isRow(value) ? value : []
}

function isRow(value: PlanValue | undefined): value is readonly PlanValue[] {
  return Array.isArray(value)
}

/** A list with the entry at `from` standing at `to`; unchanged when there is no such place. */
export function moved(rows: readonly PlanValue[], from: number, to: number): readonly PlanValue[] {
  const row = rows[from]
  if (row === undefined || to < 0 || to >= rows.length) return rows
  return rows.toSpliced(from, 1).toSpliced(to, 0, row)
}

/** What a new entry begins with: every needed field, empty. */
export function blankOf(fields: readonly FieldSpec[]): Tree {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = blankValue(field)
      return value === undefined ? [] : [[field.key, value] as const]
    }),
  )
}

function blankValue(field: FieldSpec): PlanValue | undefined {
  switch (field.kind) {
    case 'line':
    case 'lines':
      return field.empty === 'absent' ? undefined : field.empty === 'null' ? null : ''
    case 'fixed':
      return ''
    case 'number':
      return 0
    case 'truth':
      return field.optional ? undefined : false
    case 'formula':
      return field.optional ? undefined : ''
    case 'choice':
      return field.optional ? undefined : (field.options((key) => key)[0]?.key ?? '')
    case 'types':
    case 'words':
      return []
    case 'pairs':
      return undefined
    case 'group':
      return field.nullable ? null : blankOf(field.fields)
    case 'list':
      return field.optional ? undefined : []
  }
}

/** The words a row is known by. */
export function titleOf(row: PlanValue | undefined, titles: readonly string[]): string {
  return titles
    .map((key) => valueAt(row, [key]))
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .filter((value) => value !== '')
    .join(' · ')
}

/** Whether something told of a dotted path concerns what stands at `path` or below it. */
export function isWithin(told: string, path: TreePath): boolean {
  const dotted = path.join('.')
  return told === dotted || told.startsWith(`${dotted}.`)
}
