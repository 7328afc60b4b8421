import { useState } from 'react'
import { RecordView } from '#shared/contract/records.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { setRecordDesk, type RecordDraft } from '../../app/record-desk.ts'
import { changedExtras } from './record-draft.ts'

/** What became of the last saving. */
export type SaveSaid =
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'conflict'; readonly now: RecordView }

/** Saves the record under edit; a record that was changed meanwhile comes back as it stands now. */
export function useRecordSave(): {
  readonly busy: boolean
  readonly said: SaveSaid | null
  readonly clear: () => void
  readonly save: (draft: RecordDraft, who: string) => Promise<void>
} {
  const { client, view } = useConsole()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<SaveSaid | null>(null)
  const save = async (draft: RecordDraft, who: string): Promise<void> => {
    setBusy(true)
    const { kind, key, basis, verified, reason } = draft
    // An emptied cell takes its column off the record; extras that nobody touched stay as they are.
    const extras = Object.fromEntries(Object.entries(draft.extras).filter(([, cell]) => cell.trim() !== ''))
    const answer = await client.records.save({
      ...{ commandId: crypto.randomUUID(), kind, key, basis, cells: { ...draft.cells }, verified, who, reason },
      ...(changedExtras(draft).length > 0 ? { extras } : {}),
    })
    setBusy(false)
    if (answer.ok) {
      setRecordDesk(view, { who, draft: null, open: { kind, key: answer.value.key }, chosen: answer.value.key })
      setSaid({ kind: 'saved' })
      return
    }
    const now = answer.error.code === 'conflict' ? RecordView.safeParse(answer.error.value) : null
    setSaid(
      now?.success === true ? { kind: 'conflict', now: now.data } : { kind: 'failed', message: answer.error.message },
    )
  }
  return { busy, said, save, clear: () => setSaid(null) }
}
