import { Dialog } from '@blueprintjs/core'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'

/** Takes an import back, under a name and with a reason. */
export function UndoDialog(props: {
  batchId: number
  onClose: () => void
  onDone: (changes: number) => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const [who, setWho] = useState('')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const missing = (value: string): string | null => (asked && value.trim() === '' ? text('imports.required') : null)
  const run = async (): Promise<void> => {
    setAsked(true)
    if (busy || who.trim() === '' || reason.trim() === '') return
    setBusy(true)
    const { batchId, onDone, onClose } = props
    const answer = await client.imports.undo({ commandId: crypto.randomUUID(), batchId, who, reason })
    setBusy(false)
    if (!answer.ok) {
      setError(answer.error.message)
      return
    }
    onDone(answer.value.changes)
    onClose()
  }
  return (
    <Dialog isOpen onClose={props.onClose}>
      <div
        className="confirm"
        role="dialog"
        aria-label={text('imports.undoTitle')}
        data-testid="import-undo-dialog"
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return
          event.preventDefault()
          void run()
        }}
      >
        <h2>{text('imports.undoTitle')}</h2>
        <p>{text('imports.undoText')}</p>
        <div className="form-grid">
          <TextField
            id="import-undo-who"
            label={text('imports.who')}
            span={4}
            value={who}
            error={missing(who)}
            testId="import-undo-who"
            onChange={setWho}
          />
          <TextField
            id="import-undo-reason"
            label={text('imports.reason')}
            span={8}
            value={reason}
            error={missing(reason)}
            testId="import-undo-reason"
            onChange={setReason}
          />
        </div>
        {error === null ? null : (
          <p className="danger" role="alert">
            {error}
          </p>
        )}
        <div className="actions">
          <button
            type="button"
            className="plain-button plain-primary"
            aria-disabled={busy}
            onClick={() => void run()}
            data-testid="import-undo-confirm"
          >
            {text('imports.confirmUndo')}
          </button>
          <button type="button" className="plain-button" onClick={props.onClose}>
            {text('contingency.step.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
