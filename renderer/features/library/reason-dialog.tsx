import { Dialog } from '@blueprintjs/core'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ErrorReport } from '#shared/kernel/app-error.ts'
import type { Answer } from '#shared/contract/define.ts'
import { useConsole } from '../../app/console-context.tsx'
import { setRecordDesk } from '../../app/record-desk.ts'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'

/** Who does something to the library, and why. */
export interface Reasoned {
  readonly commandId: string
  readonly who: string
  readonly reason: string
}

/** Asks who and why before a record is retired or brought back, or a batch taken back; shows why it was refused. */
export function ReasonDialog(props: {
  title: string
  words: string
  /** What is said while it is being done, when that takes seconds. */
  busyWords?: string
  run: (reasoned: Reasoned) => Promise<Answer<unknown>>
  onDone: () => void
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const kept = useView(view, (state) => state.recordDesk.who)
  const [who, setWho] = useState(kept)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ErrorReport | null>(null)
  const confirm = async (): Promise<void> => {
    setAsked(true)
    if (busy || who.trim() === '' || reason.trim() === '') return
    setBusy(true)
    setRecordDesk(view, { who: who.trim() })
    const answer = await props.run({ commandId: crypto.randomUUID(), who: who.trim(), reason: reason.trim() })
    setBusy(false)
    if (answer.ok) props.onDone()
    else setError(answer.error)
  }
  return (
    <Dialog isOpen onClose={props.onClose}>
      <div
        className="confirm"
        role="dialog"
        aria-label={props.title}
        data-testid="reason-dialog"
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return
          event.preventDefault()
          void confirm()
        }}
      >
        <h2>{props.title}</h2>
        <p>{props.words}</p>
        <div className="form-grid">
          <TextField
            id="reason-who"
            label={text('records.who')}
            span={4}
            value={who}
            error={asked && who.trim() === '' ? text('records.whoMissing') : null}
            testId="reason-who"
            onChange={setWho}
          />
          <TextField
            id="reason-why"
            label={text('records.reason')}
            span={8}
            value={reason}
            error={asked && reason.trim() === '' ? text('records.reasonMissing') : null}
            testId="reason-why"
            onChange={setReason}
          />
        </div>
        {error === null ? null : (
          <p className="danger" role="alert" data-testid="reason-error">
            {error.message}
          </p>
        )}
        <p role="status" className="dim" data-testid="reason-busy">
          {busy ? (props.busyWords ?? '') : ''}
        </p>
        <div className="actions">
          <button
            type="button"
            className="plain-button plain-primary"
            aria-disabled={busy}
            data-testid="reason-confirm"
            onClick={() => void confirm()}
          >
            {text('records.confirm')}
          </button>
          <button type="button" className="plain-button" onClick={props.onClose}>
            {text('records.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
