import { useState, type ReactNode } from 'react'
import type { WarningHeard } from '#shared/domain/command/warning.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useAttempt } from '../../app/use-attempt.ts'
import { parseFormTime } from '../../text/parse-entry.ts'
import { CHINA_OFFSET_MIN } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { ChoiceField, TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** Whose word is asked for. */
export interface HeardAsk {
  readonly warningId: string
  readonly kind: WarningHeard['kind']
  readonly name: string
}

/** Records that a village or channel has heard a warning, or was not reached; who said so and when. */
export function HeardDialog(props: { incidentId: string; ask: HeardAsk; onClose: () => void }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const attempt = useAttempt()
  const { incidentId, ask, onClose } = props
  const [nowS] = useState(() => Math.floor(Date.now() / 1000))
  const [commandId] = useState(() => crypto.randomUUID())
  const [heard, setHeard] = useState<'yes' | 'no'>('yes')
  const [saidBy, setSaidBy] = useState('')
  const [at, setAt] = useState(formatInstant(nowS, CHINA_OFFSET_MIN).slice(11, 16))
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const moment = parseFormTime(at, nowS)
  const record = async (): Promise<void> => {
    setAsked(true)
    if (saidBy.trim() === '' || !moment.ok || moment.value === null) return
    const word = { ...ask, heard: heard === 'yes', saidBy, at: moment.value, note }
    if (await attempt.run(() => client.warnings.heard({ commandId, incidentId, words: [word] }))) onClose()
  }
  return (
    <FormDialog
      title={ask.name}
      testId="warning-heard"
      error={attempt.error}
      submit={{ words: text('reporting.record'), testId: 'warning-heard-do', isBusy: attempt.busy }}
      cancel={{ words: text('reporting.back') }}
      onSubmit={() => void record()}
      onClose={onClose}
    >
      <div className="form-grid">
        <ChoiceField
          id="heard-state"
          label={text('warnings.state')}
          span={4}
          value={heard}
          options={[
            { key: 'yes', label: text('warnings.heard') },
            { key: 'no', label: text('warnings.notReached') },
          ]}
          onChange={setHeard}
        />
        <TextField
          id="heard-by"
          label={text('warnings.saidBy')}
          span={4}
          value={saidBy}
          error={asked && saidBy.trim() === '' ? text('warnings.saidByMissing') : null}
          testId="warning-heard-by"
          onChange={setSaidBy}
        />
        <TextField
          id="heard-at"
          label={text('reporting.at')}
          span={4}
          value={at}
          error={asked && (!moment.ok || moment.value === null) ? text('reporting.atWrong') : null}
          onChange={setAt}
        />
        <TextField
          id="heard-note"
          label={text('warnings.note')}
          span={12}
          value={note}
          error={null}
          onChange={setNote}
        />
      </div>
    </FormDialog>
  )
}
