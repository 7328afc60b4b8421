import { camelCaseOf } from '#shared/domain/dataset/table-definition.ts'
import { TABLES } from '#shared/domain/dataset/tables.ts'
import type { RowProblem } from './import-report.ts'
import { cellText, isTableName, type ReadFile, type ReadRecord, type RecordKind } from './record-kind.ts'

/** Keys of a kind that are there already, for references into what an import does not bring. */
export type KnownKeys = (kind: RecordKind) => ReadonlySet<string>

/**
 * Refuses what only shows when files are seen together: an id that another file already brought, and references to
 * nothing, or in a circle. A row that points to a refused row is refused too, so that what is left always holds together.
 * `parentOf` answers the superior of an organisation that is there already.
 */
export function crossCheck(
  files: readonly ReadFile[],
  known: KnownKeys,
  parentOf: (organisation: string) => string = () => '',
): ReadFile[] {
  let checked = refuseCycles(refuseRepeated(files), parentOf)
  for (;;) {
    const next = refuseDangling(checked, known)
    if (next.every((file, index) => file.records.length === checked[index]?.records.length)) return next
    checked = next
  }
}

function refuseRepeated(files: readonly ReadFile[]): ReadFile[] {
  const seen = new Map<string, string>()
  return files.map((file) => {
    const result = refuseWhere(file, ({ key, line }) => {
      const first = seen.get(`${file.kind}|${key}`)
      if (first === undefined) return null
      return {
        line,
        column: 'id',
        value: key,
        code: 'duplicate-id',
        message: `编号“${key}”在文件 ${first} 中已有。请只保留一处。`,
      }
    })
    for (const { key } of result.records) seen.set(`${file.kind}|${key}`, file.file)
    return result
  })
}

/** Answers the superior of each of some organisations; empty at the top and for unknown ones. */
export function superiorsOf(organisations: Iterable<object>): (id: string) => string {
  const parents = new Map([...organisations].map((each) => [cellText(each, 'id'), cellText(each, 'parentId')]))
  return (id) => parents.get(id) ?? ''
}

/** Refuses organisations that would be their own superior: whoever walks up from them would never arrive. */
function refuseCycles(files: readonly ReadFile[], parentOf: (organisation: string) => string): ReadFile[] {
  const brought = new Map(
    files.flatMap(({ kind, records }) =>
      kind === 'organisations' ? records.map(({ key, value }) => [key, cellText(value, 'parentId')] as const) : [],
    ),
  )
  const isCircle = (id: string): boolean => {
    const passed = new Set<string>()
    for (let at = brought.get(id) ?? ''; at !== '' && !passed.has(at); at = brought.get(at) ?? parentOf(at)) {
      if (at === id) return true
      passed.add(at)
    }
    return false
  }
  return files.map((file) => {
    if (file.kind !== 'organisations') return file
    return refuseWhere(file, ({ key, line, value }) => {
      if (!isCircle(key)) return null
      const message = `单位“${key}”沿上级单位一路向上又回到自己。请改正 parent_id，最高一级留空。`
      return { line, column: 'parent_id', value: cellText(value, 'parentId'), code: 'cyclic-reference', message }
    })
  })
}

function refuseDangling(files: readonly ReadFile[], known: KnownKeys): ReadFile[] {
  const keys = new Map<string, Set<string>>()
  const keysOf = (kind: RecordKind): Set<string> => {
    const found = keys.get(kind)
    if (found !== undefined) return found
    const own = files.flatMap((file) => (file.kind === kind ? file.records.map(({ key }) => key) : []))
    const all = new Set([...known(kind), ...own])
    keys.set(kind, all)
    return all
  }
  return files.map((file) => {
    if (!isTableName(file.kind)) return file
    const references: [string, string | undefined][] = Object.entries(TABLES[file.kind].references)
    const targets = references.flatMap(([column, table]) => {
      const kind = tableNamed(table)
      return kind === null ? [] : [{ column, kind, title: TABLES[kind].title, file: TABLES[kind].file }]
    })
    return refuseWhere(file, ({ line, value }) => {
      for (const target of targets) {
        const id = cellText(value, camelCaseOf(target.column))
        if (id === '' || keysOf(target.kind).has(id)) continue
        return {
          line,
          column: target.column,
          value: id,
          code: 'unknown-reference',
          message: `${target.column} 指向的${target.title}“${id}”不存在。请在 ${target.file} 中补上，或改正编号。`,
        }
      }
      return null
    })
  })
}

function refuseWhere(file: ReadFile, faultOf: (record: ReadRecord) => RowProblem | null): ReadFile {
  const problems: RowProblem[] = []
  const refusedGroups = new Set<string>()
  for (const record of file.records) {
    const fault = faultOf(record)
    if (fault === null) continue
    problems.push(fault)
    refusedGroups.add(record.group)
  }
  if (problems.length === 0) return file
  return {
    ...file,
    records: file.records.filter(({ group }) => !refusedGroups.has(group)),
    refused: file.refused + refusedGroups.size,
    problems: [...file.problems, ...problems].sort((a, b) => a.line - b.line),
  }
}

function tableNamed(name: string | undefined): Exclude<RecordKind, 'roads' | 'areas' | 'riskAreas'> | null {
  switch (name) {
    case 'organisations':
    case 'people':
    case 'teams':
    case 'plants':
    case 'stores':
    case 'shelters':
    case 'shelterZones':
    case 'populationPoints':
      return name
    default:
      return null
  }
}
