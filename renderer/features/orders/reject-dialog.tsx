import { useState, type ReactNode } from 'react'
import type { PlanApprovals } from '#shared/contract/life.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { LinesField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useSend } from './use-send.ts'

/** Sends this headquarters' part of a plan back, with the reason. */
export function RejectDialog(props: { incidentId: string; approvals: PlanApprovals; onClose: () => void }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const send = useSend()
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const { incidentId, approvals } = props
  const { version, contentHash } = approvals
  const reject = async (): Promise<void> => {
    setAsked(true)
    if (note.trim() === '') return
    const verdict = { incidentId, version, contentHash, verdict: 'rejected' as const, note: note.trim() }
    if ((await send.run((commandId) => client.life.approve({ commandId, ...verdict }))) !== null) props.onClose()
  }
  return (
    <FormDialog
      title={text('life.rejectTitle', { version })}
      testId="reject-dialog"
      error={send.error}
      submit={{ words: text('life.reject'), testId: 'reject-confirm', isBusy: send.busy, isDanger: true }}
      cancel={{ words: text('orders.cancel') }}
      onSubmit={() => void reject()}
      onClose={props.onClose}
    >
      <div className="form-grid">
        <LinesField
          id="reject-note"
          label={text('life.reason')}
          span={12}
          value={note}
          error={asked && note.trim() === '' ? text('orders.missing') : null}
          onChange={setNote}
        />
      </div>
    </FormDialog>
  )
}
