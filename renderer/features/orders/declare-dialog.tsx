import { useState, type ReactNode } from 'react'
import { DECLARED_PHASES, type DeclaredPhase, type Phase } from '#shared/domain/command/life-ops.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { ChoiceField, LinesField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useSend } from './use-send.ts'

/** A person declares how far the incident is. What still stands open is told by the refusal and may be left knowingly. */
export function DeclareDialog(props: { incidentId: string; phase: Phase; onClose: () => void }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const send = useSend()
  const choices = DECLARED_PHASES.filter((phase) => phase !== props.phase)
  const [phase, setPhase] = useState<DeclaredPhase>(nextOf(props.phase, choices))
  const [reason, setReason] = useState('')
  const [acknowledged, setAcknowledged] = useState(false)
  const [asked, setAsked] = useState(false)
  const declare = async (): Promise<void> => {
    setAsked(true)
    if (reason.trim() === '') return
    const wish = { incidentId: props.incidentId, phase, reason: reason.trim(), acknowledged }
    if ((await send.run((commandId) => client.life.declare({ commandId, ...wish }))) !== null) props.onClose()
  }
  return (
    <FormDialog
      title={text('life.declareTitle')}
      testId="declare-dialog"
      error={send.error}
      submit={{ words: text('orders.confirm'), testId: 'declare-confirm', isBusy: send.busy }}
      cancel={{ words: text('orders.cancel') }}
      onSubmit={() => void declare()}
      onClose={props.onClose}
    >
      <div className="form-grid">
        <ChoiceField
          id="declare-phase-choice"
          label={text('life.declare')}
          span={12}
          value={phase}
          options={choices.map((key) => ({ key, label: text(`life.phase.${key}`) }))}
          onChange={setPhase}
        />
        <LinesField
          id="declare-reason"
          label={text('life.reason')}
          span={12}
          value={reason}
          error={asked && reason.trim() === '' ? text('orders.missing') : null}
          onChange={setReason}
        />
        {phase === 'closed' ? (
          <label style={{ gridColumn: 'span 12' }}>
            <input type="checkbox" checked={acknowledged} onChange={(event) => setAcknowledged(event.target.checked)} />{' '}
            {text('life.acknowledge')}
          </label>
        ) : null}
      </div>
    </FormDialog>
  )
}

/** The usual next one is offered first. */
function nextOf(phase: Phase, choices: readonly DeclaredPhase[]): DeclaredPhase {
  const order: Partial<Record<Phase, DeclaredPhase>> = { contained: 'relief', relief: 'closed', closed: 'reviewed' }
  const usual = order[phase] ?? 'contained'
  return choices.includes(usual) ? usual : (choices[0] ?? 'contained')
}
