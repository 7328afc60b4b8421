import { useEffect, useRef, useState } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { entriesOf, linesOf, type CountEntries, type CountEntry, type Sheet } from './count-entry.ts'

/** What an open sheet holds. */
export interface SheetForm {
  readonly countedBy: string
  readonly checkedBy: string
  readonly entries: CountEntries
}

/** A sheet that is being filled in. */
export interface OpenSheet {
  readonly form: SheetForm
  readonly saving: 'saved' | 'waiting' | 'saving'
  /** Why it could not be kept or finished; null = nothing is wrong. */
  readonly error: string | null
  readonly busy: boolean
  readonly setNames: (names: Partial<Pick<SheetForm, 'countedBy' | 'checkedBy'>>) => void
  readonly setEntry: (lotId: string, entry: CountEntry) => void
  readonly setEntries: (entries: CountEntries) => void
  /** Makes the library what was counted; answers how it ended, or null when it was refused. */
  readonly finish: () => Promise<{ lots: number; differences: number } | null>
  readonly discard: () => Promise<boolean>
}

/** How long after the last key a sheet is kept. */
const SAVE_AFTER_MS = 900

/** Holds what is typed into a sheet and keeps it half done, so that nothing is lost when the console is closed. */
export function useSheet(sheet: Sheet): OpenSheet {
  const { client } = useConsole()
  const { storeId } = sheet.store
  const [form, setForm] = useState<SheetForm>(() => {
    return { countedBy: sheet.countedBy, checkedBy: sheet.checkedBy, entries: entriesOf(sheet) }
  })
  const [saving, setSaving] = useState<OpenSheet['saving']>('saved')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const revision = useRef(sheet.revision)
  const unsaved = useRef(false)
  const latest = useRef({ sheet, form })
  useEffect(() => {
    latest.current = { sheet, form }
  })

  const keep = useRef<() => Promise<void>>(() => Promise.resolve())
  useEffect(() => {
    keep.current = async () => {
      if (!unsaved.current) return
      unsaved.current = false
      const { countedBy, checkedBy, entries } = latest.current.form
      const answer = await client.stock.saveSheet({
        ...{ commandId: crypto.randomUUID(), storeId, revision: revision.current, countedBy, checkedBy },
        lines: linesOf(latest.current.sheet, entries, false),
      })
      if (answer.ok) revision.current = answer.value.revision
      else unsaved.current = true
      setError(answer.ok ? null : answer.error.message)
      setSaving(answer.ok && !unsaved.current ? 'saved' : 'waiting')
    }
  }, [client, storeId])

  useEffect(() => {
    if (saving !== 'waiting' || error !== null) return
    const timer = setTimeout(() => {
      setSaving('saving')
      void keep.current()
    }, SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [form, saving, error])
  useEffect(() => () => void keep.current(), [])

  const change = (next: (form: SheetForm) => SheetForm): void => {
    unsaved.current = true
    setError(null)
    setSaving('waiting')
    setForm(next)
  }
  const finish: OpenSheet['finish'] = async () => {
    setBusy(true)
    await keep.current()
    const { countedBy, checkedBy, entries } = form
    const answer = await client.stock.finishSheet({
      ...{ commandId: crypto.randomUUID(), storeId, countedBy, checkedBy },
      lines: linesOf(sheet, entries, true),
    })
    setBusy(false)
    if (!answer.ok) {
      setError(answer.error.message)
      return null
    }
    return answer.value
  }
  const discard = async (): Promise<boolean> => {
    unsaved.current = false
    const answer = await client.stock.discardSheet({ commandId: crypto.randomUUID(), storeId })
    if (!answer.ok) setError(answer.error.message)
    return answer.ok
  }
  return {
    ...{ form, saving, error, busy, finish, discard },
    setNames: (names) => change((now) => ({ ...now, ...names })),
    setEntry: (lotId, entry) => change((now) => ({ ...now, entries: new Map([...now.entries, [lotId, entry]]) })),
    setEntries: (entries) => change((now) => ({ ...now, entries: new Map([...now.entries, ...entries]) })),
  }
}
