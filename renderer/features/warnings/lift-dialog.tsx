import { useState, type ReactNode } from 'react'
import type { WarningRow } from '#shared/contract/warnings.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useAttempt } from '../../app/use-attempt.ts'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** Says why a warning is over. */
export function LiftDialog(props: { incidentId: string; warning: WarningRow; onClose: () => void }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const attempt = useAttempt()
  const { incidentId, warning, onClose } = props
  const [commandId] = useState(() => crypto.randomUUID())
  const [reason, setReason] = useState('')
  const { warningId } = warning
  const lift = async (): Promise<void> => {
    if (await attempt.run(() => client.warnings.lift({ commandId, incidentId, warningId, reason }))) onClose()
  }
  return (
    <FormDialog
      title={text('warnings.lift')}
      heading={`${text('warnings.lift')} ${warning.number}`}
      testId="warning-lift"
      error={attempt.error}
      submit={{
        words: text('warnings.lift'),
        testId: 'warning-lift-do',
        isBusy: attempt.busy,
        isBlocked: reason.trim() === '',
      }}
      cancel={{ words: text('reporting.back') }}
      onSubmit={() => void lift()}
      onClose={onClose}
    >
      <div className="form-grid">
        <TextField
          id="lift-reason"
          label={text('warnings.liftReason')}
          span={12}
          value={reason}
          error={null}
          onChange={setReason}
        />
      </div>
    </FormDialog>
  )
}
