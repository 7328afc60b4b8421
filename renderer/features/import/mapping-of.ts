import type { ImportMapping, ImportPreview } from '#shared/contract/imports.contract.ts'
import { TABLE_NAMES } from '#shared/domain/dataset/tables.ts'

/** The present answers of a table, to change one of them; null for what is no table. */
export function mappingOf(preview: ImportPreview): ImportMapping | null {
  const kind = TABLE_NAMES.find((name) => name === preview.source.kind)
  if (kind === undefined) return null
  return {
    kind,
    columns: preview.columns.map(({ column }) => column),
    constants: { ...preview.constants },
    refusedWords: preview.words.filter(({ used }) => !used).map(({ column, from }) => `${column}|${from}`),
  }
}

/** A heading is now read as another column; whoever was read as it before is a note. */
export function withColumn(mapping: ImportMapping, index: number, column: string | null): ImportMapping {
  const columns = mapping.columns.map((known, place) => (place === index ? column : known === column ? null : known))
  return { ...mapping, columns }
}

/** A preview as it will be once the core has taken an answer; a kind chosen anew must be waited for. */
export function withAnswer(preview: ImportPreview, mapping: ImportMapping): ImportPreview {
  if (mapping.kind !== preview.source.kind || mapping.columns.length === 0) return preview
  return {
    ...preview,
    constants: mapping.constants,
    columns: preview.columns.map((known, index) => {
      const column = mapping.columns[index] ?? null
      return known.column === column ? known : { ...known, column, basis: column === null ? 'none' : 'chosen' }
    }),
    words: preview.words.map((word) => ({
      ...word,
      used: !mapping.refusedWords.includes(`${word.column}|${word.from}`),
    })),
  }
}
