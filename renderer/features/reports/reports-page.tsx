import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { ReportKind } from '#shared/domain/command/report.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { useText } from '../../text/text.ts'
import { Failed, Waiting } from '../../ui/state-view.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { DutiesPanel } from './duties-panel.tsx'
import { IssuedList } from './issued-list.tsx'
import { ReportPreview } from './report-preview.tsx'
import { SentDialog, type SentAsk } from './sent-dialog.tsx'

/** Which report the officer wants to write; good until another is issued. */
interface Wish {
  readonly kind: ReportKind
  readonly corrects: string | null
  readonly issued: number
}

const KINDS = ['initial', 'followUp', 'final'] as const

/** 报告: limits and issued reports on the left, the draft on the right. */
export function ReportsPage(props: { incidentId: string }): ReactNode {
  const text = useText()
  const nowS = useNowS()
  const { cache } = useConsole()
  const { incidentId } = props
  const { value, error } = useQuery(appContract.reports.overview, { incidentId })
  const [wish, setWish] = useState<Wish | null>(null)
  const [previewed, setPreviewed] = useState<string | null>(null)
  const [sent, setSent] = useState<SentAsk | null>(null)
  if (value === null) {
    return error === null ? (
      <Waiting words={text('state.loading')} />
    ) : (
      <Failed
        words={text('state.error')}
        message={error.message}
        retryWords={text('state.retry')}
        onRetry={() => cache.refresh(appContract.reports.overview, { incidentId })}
      />
    )
  }
  const { duties, reports, heads, nextKind } = value
  const issued = reports.length
  const { kind, corrects } = wish?.issued === issued ? wish : { kind: nextKind, corrects: null }
  const newest = reports.at(-1)
  const shown = reports.find(({ reportId }) => reportId === previewed)
  const corrected = reports.find(({ reportId }) => reportId === corrects)
  return (
    <div className="reports-page" data-testid="reports-view">
      <div className="stack reports-left">
        <DutiesPanel
          duties={duties}
          nowS={nowS}
          onSent={
            newest === undefined ? null : ({ duty }) => setSent({ reportId: newest.reportId, duty, sending: null })
          }
        />
        <IssuedList
          incidentId={incidentId}
          reports={reports}
          contested={heads.length > 1}
          onSent={setSent}
          onCorrect={(reportId) => {
            setPreviewed(null)
            setWish({ kind: 'correction', corrects: reportId, issued })
          }}
          onPreview={setPreviewed}
        />
      </div>
      {shown !== undefined ? (
        <ReportPreview incidentId={incidentId} report={shown} onBack={() => setPreviewed(null)} />
      ) : (
        <DraftEditor
          // One draft at a time: what was typed belongs to the report it was typed for, and to the one after the last issued.
          key={`${incidentId} ${kind} ${corrects ?? ''} ${issued}`}
          choice={{ incidentId, kind, corrects }}
          heads={heads}
          kinds={
            <>
              {KINDS.filter((one) => (one === 'initial') === (nextKind === 'initial')).map((one) => (
                <button
                  key={one}
                  type="button"
                  className="chip-button"
                  aria-pressed={kind === one}
                  data-testid={`report-kind-${one}`}
                  onClick={() => setWish({ kind: one, corrects: null, issued })}
                >
                  {text(`report.${one}`)}
                </button>
              ))}
              {corrected === undefined ? null : (
                <span className="chip chip-warn">{text('reporting.corrects', { number: corrected.number })}</span>
              )}
            </>
          }
        />
      )}
      {sent === null ? null : (
        <SentDialog
          key={`${sent.reportId} ${sent.duty} ${sent.sending?.opId ?? ''}`}
          incidentId={incidentId}
          ask={sent}
          reports={reports}
          duties={duties}
          onClose={() => setSent(null)}
        />
      )}
    </div>
  )
}
