import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { ReportRow } from '#shared/contract/reports.contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { PaperPreview } from '../../paper/paper-preview.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'

/** An issued report as it was frozen, page by page. */
export function ReportPreview(props: { incidentId: string; report: ReportRow; onBack: () => void }): ReactNode {
  const text = useText()
  const { incidentId, report, onBack } = props
  const input = { incidentId, reportId: report.reportId }
  const { value, error } = useQuery(appContract.reports.document, input)
  const [pages, setPages] = useState<number | null>(null)
  return (
    <Panel
      title={report.title}
      side={pages === null ? '' : text('reporting.pages', { pages })}
      className="fill"
      testId="report-paper"
    >
      <div className="list-tools">
        <Button size="small" onClick={onBack} text={text('reporting.toDraft')} />
      </div>
      {value === null ? (
        <Unloaded of={appContract.reports.document} input={input} error={error} />
      ) : (
        <PaperPreview key={report.reportId} paper={value} label={report.title} onSet={setPages} />
      )}
    </Panel>
  )
}
