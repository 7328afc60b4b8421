import { useState, type ReactNode } from 'react'
import type { JournalLine } from '#shared/contract/journal.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** Puts an entry right: a new entry with the right words and why. The first one stays as it is. */
export function CorrectionDialog(props: { line: JournalLine; onDone: () => void; onClose: () => void }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const [words, setWords] = useState('')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const submit = async (): Promise<void> => {
    setAsked(true)
    if (busy || words.trim() === '' || reason.trim() === '') return
    setBusy(true)
    const correction = { opId: props.line.opId, text: words.trim(), reason: reason.trim() }
    const answer = await client.journal.correct({ commandId: crypto.randomUUID(), ...correction })
    setBusy(false)
    if (answer.ok) props.onDone()
    else setError(answer.error.message)
  }
  const missing = (value: string): string | null => (asked && value.trim() === '' ? text('journal.missing') : null)
  return (
    <FormDialog
      title={text('journal.correctTitle')}
      testId="journal-correction"
      error={error}
      submit={{ words: text('journal.correctSubmit'), testId: 'journal-correction-submit', isBusy: busy }}
      cancel={{ words: text('intake.cancel') }}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <p className="dim">{props.line.text}</p>
      <div className="form-grid">
        <TextField
          id="journal-correction-text"
          testId="journal-correction-text"
          label={text('journal.rightWords')}
          span={12}
          value={words}
          error={missing(words)}
          onChange={setWords}
        />
        <TextField
          id="journal-correction-reason"
          testId="journal-correction-reason"
          label={text('journal.reason')}
          span={12}
          value={reason}
          error={missing(reason)}
          onChange={setReason}
        />
      </div>
    </FormDialog>
  )
}
