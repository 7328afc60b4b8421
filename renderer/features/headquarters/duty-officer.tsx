import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { clockText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextField } from '../../ui/field.tsx'

/** Who is on duty at this window: asked for once without being in the way, then shown; a click lets somebody else sign on. */
export function DutyOfficer(): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const own = useQuery(appContract.duty.officers, {}).value?.own
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [relieving, setRelieving] = useState(false)
  if (own === undefined) return null
  if (own !== null) {
    return (
      <>
        <button
          type="button"
          className="duty-officer"
          data-testid="duty-officer"
          title={text('duty.since', { officer: own.officer, at: clockText(own.since) })}
          onClick={() => setRelieving(true)}
        >
          {text('duty.onDuty', { officer: own.officer })}
        </button>
        {relieving ? <RelieveDialog present={own.officer} onClose={() => setRelieving(false)} /> : null}
      </>
    )
  }
  const sign = async (): Promise<void> => {
    if (name.trim() === '') return
    const answer = await client.duty.sign({ commandId: crypto.randomUUID(), officer: name })
    setError(answer.ok ? null : answer.error.message)
  }
  return (
    <input
      className="field-input duty-name"
      aria-label={text('duty.ask')}
      placeholder={text('duty.ask')}
      title={error ?? text('duty.askWhy')}
      aria-invalid={error !== null}
      maxLength={40}
      value={name}
      data-testid="duty-name"
      onChange={(event) => setName(event.target.value)}
      onBlur={() => void sign()}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter') void sign()
      }}
    />
  )
}

/** Somebody else signs on though nobody has handed over: possible, with a reason that stays in the record. */
function RelieveDialog(props: { present: string; onClose: () => void }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const sign = async (): Promise<void> => {
    setAsked(true)
    if (name.trim() === '' || reason.trim() === '') return
    const answer = await client.duty.sign({ commandId: crypto.randomUUID(), officer: name, reason })
    if (answer.ok) props.onClose()
    else setError(answer.error.message)
  }
  const missing = (value: string): string | null => (asked && value.trim() === '' ? text('duty.missing') : null)
  return (
    <FormDialog
      title={text('duty.relieve', { officer: props.present })}
      testId="duty-dialog"
      error={error}
      submit={{ words: text('duty.sign'), testId: 'duty-sign' }}
      cancel={{ words: text('duty.cancel') }}
      onSubmit={() => void sign()}
      onClose={props.onClose}
    >
      <p>{text('duty.relieveNote')}</p>
      <div className="form-grid">
        <TextField
          id="duty-new-name"
          label={text('duty.name')}
          span={4}
          value={name}
          error={missing(name)}
          testId="duty-new-name"
          onChange={setName}
        />
        <TextField
          id="duty-reason"
          label={text('duty.reason')}
          span={8}
          value={reason}
          error={missing(reason)}
          testId="duty-reason"
          onChange={setReason}
        />
      </div>
    </FormDialog>
  )
}
