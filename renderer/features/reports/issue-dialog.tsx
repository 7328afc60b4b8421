import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useAttempt } from '../../app/use-attempt.ts'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { elementsOf } from './draft-edits.ts'
import type { DraftChoice, DraftDesk } from './use-draft.ts'

/** Last look before a report is frozen: to whom, who signs, and what is still open in it. */
export function IssueDialog(props: {
  choice: DraftChoice
  desk: DraftDesk
  draft: NonNullable<DraftDesk['draft']>
  heads: readonly string[]
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { choice, desk, draft, heads, onClose } = props
  const officer = useQuery(appContract.duty.officers, {}).value?.own?.officer ?? ''
  const [to, setTo] = useState(draft.to)
  const [signer, setSigner] = useState<string | null>(draft.signer === '' ? null : draft.signer)
  const [commandId] = useState(() => crypto.randomUUID())
  const attempt = useAttempt()
  const elements = elementsOf(desk.lines, text('reporting.state.toVerify'))
  const open = elements.filter(({ state }) => state === 'toVerify').length
  const unsourced = elements.filter(({ state, source }) => state !== 'toVerify' && source.trim() === '').length
  const signs = signer ?? officer
  const sign = async (): Promise<void> => {
    const { incidentRevision, planVersion } = draft
    const input = {
      commandId,
      ...choice,
      to,
      signer: signs,
      elements,
      heads: [...heads],
      incidentRevision,
      planVersion,
    }
    desk.hold(true)
    if (await attempt.run(() => client.reports.issue(input))) onClose()
    else desk.hold(false)
  }
  return (
    <FormDialog
      title={text('reporting.signTitle')}
      heading={draft.title}
      testId="report-issue"
      error={attempt.error}
      submit={{ words: text('reporting.signNow'), testId: 'report-issue-do', isBusy: attempt.busy }}
      cancel={{ words: text('reporting.back') }}
      onSubmit={() => void sign()}
      onClose={onClose}
    >
      <p>{text('reporting.frozen', { number: draft.number, count: elements.length })}</p>
      {open === 0 ? null : <p className="warn">{text('reporting.openLines', { count: open })}</p>}
      {unsourced === 0 ? null : <p className="warn">{text('reporting.unsourced', { count: unsourced })}</p>}
      <div className="form-grid">
        <TextField
          id="report-to"
          label={text('reporting.to')}
          span={7}
          value={to}
          error={to.trim() === '' ? text('reporting.toMissing') : null}
          testId="report-to"
          onChange={setTo}
        />
        <TextField
          id="report-signer"
          label={text('reporting.signer')}
          span={5}
          value={signs}
          error={signs.trim() === '' ? text('reporting.signerMissing') : null}
          testId="report-signer"
          onChange={setSigner}
        />
      </div>
    </FormDialog>
  )
}
