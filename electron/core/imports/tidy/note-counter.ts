import type { ImportNote } from '#shared/contract/imports.contract.ts'

/** Counts changes of cells by column and kind, keeping the first of each. */
export interface NoteCounter {
  readonly add: (code: ImportNote['code'], column: string, at: { line: number; from: string; to: string }) => void
  readonly list: () => ImportNote[]
}

/** Begins without any. */
export function createNoteCounter(): NoteCounter {
  const notes = new Map<string, ImportNote>()
  return {
    add: (code, column, { line, from, to }) => {
      const key = `${column} ${code}`
      const known = notes.get(key)
      notes.set(
        key,
        known === undefined ? { code, column, rows: 1, line, from, to } : { ...known, rows: known.rows + 1 },
      )
    },
    list: () => [...notes.values()],
  }
}
