import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { ReportRow } from '#shared/contract/reports.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { usePaper } from '../../app/use-paper.ts'
import { clockText, dateTimeText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import type { SentAsk } from './sent-dialog.tsx'

/** Issued reports, the newest first: frozen, with what became of each. */
export function IssuedList(props: {
  incidentId: string
  reports: readonly ReportRow[]
  contested: boolean
  onSent: (ask: SentAsk) => void
  onCorrect: ((reportId: string) => void) | null
  onPreview: (reportId: string) => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const paper = usePaper()
  const { incidentId, reports, contested, onSent, onCorrect, onPreview } = props
  const titles = new Map(reports.map(({ reportId, number }) => [reportId, number]))
  return (
    <Panel title={text('reporting.issued')} count={reports.length} className="fill" testId="reports-issued">
      {contested ? <p className="panel-note danger">{text('reporting.contested')}</p> : null}
      {paper.said === null ? null : (
        <p className={`panel-note ${paper.said.failed ? 'danger' : ''}`} role="status" data-testid="paper-said">
          {paper.said.words}
        </p>
      )}
      <div className="scroll fill">
        {reports.length === 0 ? <p className="state-view">{text('reporting.noneIssued')}</p> : null}
        {reports.toReversed().map((report) => {
          const { reportId, number, kindWords, plainText, corrects, correctedBy, sendings } = report
          const document = () => client.reports.document({ incidentId, reportId })
          return (
            <article key={reportId} className="report-issued" data-testid="report-issued">
              <p>
                <span className="strong">{`${number} ${kindWords}`}</span>
                <span className="dim">{` ${dateTimeText(report.issuedAt)} ${report.signer} → ${report.to}`}</span>
                {corrects === null ? null : (
                  <span className="chip">
                    {text('reporting.corrects', { number: titles.get(corrects) ?? corrects })}
                  </span>
                )}
                {correctedBy.map((id) => (
                  <span key={id} className="chip chip-warn">
                    {text('reporting.correctedBy', { number: titles.get(id) ?? id })}
                  </span>
                ))}
              </p>
              {sendings.map((sending) => (
                <p key={sending.opId} className={sending.replaced ? 'report-dropped dim' : ''}>
                  {text('reporting.sentLine', {
                    at: clockText(sending.at),
                    way: text(`reporting.way.${sending.way}`),
                    to: sending.to,
                    by: sending.receivedBy,
                  })}
                  {sending.replaced ? null : (
                    <button
                      type="button"
                      className="link-button"
                      onClick={() => onSent({ reportId, duty: sending.duty, sending })}
                    >
                      {text('reporting.fix')}
                    </button>
                  )}
                </p>
              ))}
              <div className="report-tools">
                <Button
                  size="small"
                  onClick={() => onPreview(reportId)}
                  text={text('reporting.preview')}
                  data-testid="report-preview"
                />
                <Button
                  size="small"
                  disabled={plainText === null || paper.busy}
                  onClick={() => paper.copyText(plainText ?? '')}
                  text={text('reporting.copy')}
                  data-testid="report-copy"
                />
                <Button
                  size="small"
                  disabled={paper.busy}
                  onClick={() => paper.savePdf(document)}
                  text="PDF"
                  data-testid="report-pdf"
                />
                <Button
                  size="small"
                  disabled={paper.busy}
                  onClick={() => paper.saveDocx(document)}
                  text="Word"
                  data-testid="report-docx"
                />
                <Button
                  size="small"
                  disabled={paper.busy}
                  onClick={() => paper.print(document)}
                  text={text('reporting.print')}
                />
                <Button
                  size="small"
                  onClick={() => onSent({ reportId, duty: '', sending: null })}
                  text={text('reporting.recordSent')}
                  data-testid="report-record-sent"
                />
                {onCorrect === null ? null : (
                  <Button size="small" onClick={() => onCorrect(reportId)} text={text('reporting.correct')} />
                )}
              </div>
            </article>
          )
        })}
      </div>
    </Panel>
  )
}
