import { useState } from 'react'
import type { PlanEdit } from '../../app/plan-desk.ts'
import { useConsole } from '../../app/console-context.tsx'
import { setDesk, setEdit } from './desk-actions.ts'
import { keptTextOf, textOfEdit } from './edit-text.ts'

/** What became of the last saving. */
export type SaveSaid =
  | { readonly kind: 'saved'; readonly version: number }
  /** `of` is what was refused: once it is changed, the refusal is about something else. */
  | { readonly kind: 'failed'; readonly message: string; readonly of: string }

/** Keeps the plan under edit as a draft; what is typed meanwhile stays unsaved. */
export function useSave(): {
  readonly busy: boolean
  readonly said: SaveSaid | null
  readonly save: (edit: PlanEdit, who: string) => void
} {
  const { client, view } = useConsole()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<SaveSaid | null>(null)
  const run = async (edit: PlanEdit, who: string): Promise<void> => {
    setBusy(true)
    setSaid(null)
    setDesk(view, { who })
    const source = textOfEdit(edit)
    const text = keptTextOf(edit)
    const answer = await client.library.saveDraft({
      commandId: crypto.randomUUID(),
      base: edit.base,
      content: { kind: 'text', text },
      who,
      note: edit.note.trim(),
    })
    setBusy(false)
    if (!answer.ok) {
      setSaid({ kind: 'failed', message: answer.error.message, of: source })
      return
    }
    const { planId, version, revision } = answer.value
    const now = view.getState().planDesk.edit
    const untouched = now !== null && textOfEdit(now) === source
    setEdit(view, {
      base: { planId, version, revision },
      ...(untouched ? { dirty: false, text, formChanged: false } : {}),
    })
    setSaid({ kind: 'saved', version })
  }
  return { busy, said, save: (edit, who) => void run(edit, who) }
}
