import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'

/** Answers keys that no record of a table has or had, one after the other: the table's name and the next number. */
export function keySequence(kind: TableName, taken: Iterable<string>): () => string {
  const prefix = `${TABLES[kind].sqlTable.replaceAll('_', '-')}-`
  let highest = 0
  for (const key of taken) {
    const rest = key.startsWith(prefix) ? key.slice(prefix.length) : ''
    if (/^\d{1,9}$/.test(rest)) highest = Math.max(highest, Number(rest))
  }
  return () => {
    highest += 1
    return `${prefix}${String(highest).padStart(4, '0')}`
  }
}
