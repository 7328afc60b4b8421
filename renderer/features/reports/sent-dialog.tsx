import { useState, type ReactNode } from 'react'
import type { OutputOf } from '#shared/contract/define.ts'
import type { ReportRow, reportsContract } from '#shared/contract/reports.contract.ts'
import { REPORT_WAYS, type SentReport } from '#shared/domain/command/report.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useAttempt } from '../../app/use-attempt.ts'
import { parseFormTime } from '../../text/parse-entry.ts'
import { CHINA_OFFSET_MIN, dateTimeText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { ChoiceField, TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** What is to be recorded as sent: which report, which limit it meets, and the entry it corrects. */
export interface SentAsk {
  readonly reportId: string
  readonly duty: string
  readonly sending: ReportRow['sendings'][number] | null
}

type Duty = OutputOf<(typeof reportsContract)['overview']>['duties'][number]

/** Records that a report reached somebody, or puts such an entry right. */
export function SentDialog(props: {
  incidentId: string
  ask: SentAsk
  reports: readonly ReportRow[]
  duties: readonly Duty[]
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const attempt = useAttempt()
  const { incidentId, ask, reports, duties, onClose } = props
  const { sending } = ask
  const limit = duties.find(({ duty }) => duty === ask.duty)
  const [nowS] = useState(() => Math.floor(Date.now() / 1000))
  const [commandId] = useState(() => crypto.randomUUID())
  const [reportId, setReportId] = useState(ask.reportId)
  const [duty, setDuty] = useState(ask.duty)
  const [way, setWay] = useState<SentReport['way']>(sending?.way ?? (limit?.way === 'written' ? 'written' : 'phone'))
  const [to, setTo] = useState(
    sending?.to ?? plainName(limit?.to) ?? reports.find((row) => row.reportId === ask.reportId)?.to ?? '',
  )
  const [at, setAt] = useState(
    sending === null ? formatInstant(nowS, CHINA_OFFSET_MIN).slice(11, 16) : dateTimeText(sending.at),
  )
  const [receivedBy, setReceivedBy] = useState(sending?.receivedBy ?? '')
  const [asked, setAsked] = useState(false)
  const moment = parseFormTime(at, nowS)
  const record = async (withdrawn: boolean): Promise<void> => {
    setAsked(true)
    if (!moment.ok || moment.value === null || receivedBy.trim() === '') return
    const sent = { reportId, way, to, at: moment.value, receivedBy, duty, withdrawn }
    const command = { commandId, incidentId, sent, replaces: sending?.opId ?? null }
    if (await attempt.run(() => client.reports.recordSent(command))) onClose()
  }
  return (
    <FormDialog
      title={text(sending === null ? 'reporting.sentTitle' : 'reporting.fixTitle')}
      testId="report-sent"
      error={attempt.error}
      submit={{ words: text('reporting.record'), testId: 'report-sent-do', isBusy: attempt.busy }}
      cancel={{ words: text('reporting.back') }}
      onSubmit={() => void record(false)}
      onClose={onClose}
    >
      <div className="form-grid">
        <ChoiceField
          id="sent-report"
          label={text('reporting.report')}
          span={12}
          value={reportId}
          options={reports.map((row) => ({ key: row.reportId, label: `${row.number} ${row.kindWords}` }))}
          onChange={setReportId}
        />
        <ChoiceField
          id="sent-duty"
          label={text('reporting.duty')}
          span={8}
          value={duty}
          options={[
            { key: '', label: text('reporting.noDuty') },
            ...duties
              .filter((row) => row.way !== null)
              .map((row) => ({ key: row.duty, label: `${text(`report.${row.kind}`)} ${row.to}` })),
          ]}
          onChange={setDuty}
        />
        <ChoiceField
          id="sent-way"
          label={text('reporting.wayOf')}
          span={4}
          value={way}
          options={REPORT_WAYS.map((key) => ({ key, label: text(`reporting.way.${key}`) }))}
          onChange={setWay}
        />
        <TextField id="sent-to" label={text('reporting.to')} span={12} value={to} error={null} onChange={setTo} />
        <TextField
          id="sent-at"
          label={text('reporting.at')}
          span={6}
          value={at}
          error={asked && (!moment.ok || moment.value === null) ? text('reporting.atWrong') : null}
          testId="report-sent-at"
          onChange={setAt}
        />
        <TextField
          id="sent-by"
          label={text('reporting.receivedBy')}
          span={6}
          value={receivedBy}
          error={asked && receivedBy.trim() === '' ? text('reporting.receivedByMissing') : null}
          testId="report-sent-by"
          onChange={setReceivedBy}
        />
      </div>
      {sending === null ? null : (
        <button type="button" className="link-button danger" onClick={() => void record(true)}>
          {text('reporting.notSent')}
        </button>
      )}
    </FormDialog>
  )
}

/** The addressee of a limit without the remark in brackets behind it. */
function plainName(to: string | undefined): string | undefined {
  return to?.replace(/（[^（）]*）$/, '')
}
