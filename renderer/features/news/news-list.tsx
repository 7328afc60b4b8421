import { useState, type ReactNode } from 'react'
import type { NewsRow } from '#shared/contract/news.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { usePaper } from '../../app/use-paper.ts'
import { clockText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { NewsDialog, type NewsStep } from './news-dialog.tsx'

/** Releases with their state: proposed, decided by the administrative headquarters, out. */
export function NewsList(props: { incidentId: string; news: readonly NewsRow[] }): ReactNode {
  const text = useText()
  const { headquarters } = useConsole()
  const paper = usePaper()
  const [step, setStep] = useState<{ step: NewsStep; news: NewsRow } | null>(null)
  const { incidentId, news } = props
  const decides = headquarters === 'administrative'
  return (
    <Panel title={text('news.list')} count={news.length} className="fill" testId="news-list">
      <div className="scroll fill">
        {news.length === 0 ? <p className="state-view">{text('news.none')}</p> : null}
        {news.toReversed().map((row) => (
          <article key={row.newsId} className="report-issued" data-testid="news-row">
            <p>
              <span className="strong">{row.title}</span>
              <span className="dim">{` ${clockText(row.proposedAt)} ${row.who} `}</span>
              <span className={`chip ${CHIPS[row.state]}`} data-testid="news-state">
                {text(`news.state.${row.state}`)}
              </span>
            </p>
            <p className="news-words">{row.text}</p>
            {row.outdated.length === 0 || row.released !== null ? null : (
              <p className="danger">{text('news.outdated', { facts: row.outdated.join('；') })}</p>
            )}
            {row.verdicts.map((verdict) => (
              <p key={verdict.opId} className="dim">
                {`${text(`news.decision.${verdict.decision}`)} ${clockText(verdict.at)} ${verdict.who} ${verdict.reason}`}
              </p>
            ))}
            {row.released === null ? null : (
              <p className="good">
                {text('news.out', { at: clockText(row.released.at), channels: row.released.channels.join('、') })}
              </p>
            )}
            <div className="report-tools">
              <button type="button" className="link-button" onClick={() => paper.copyText(`${row.title}\n${row.text}`)}>
                {text('reporting.copy')}
              </button>
              {decides && row.released === null
                ? STEPS.filter((one) => one !== 'release' || row.state === 'approved')
                    .filter((one) => one === 'release' || row.state !== ONE_WAY[one])
                    .map((one) => (
                      <button
                        key={one}
                        type="button"
                        className="link-button"
                        data-testid={`news-${one}`}
                        onClick={() => setStep({ step: one, news: row })}
                      >
                        {text(`news.step.${one}`)}
                      </button>
                    ))
                : null}
            </div>
          </article>
        ))}
      </div>
      {decides ? null : <p className="panel-note">{text('news.adminDecides')}</p>}
      {step === null ? null : (
        <NewsDialog incidentId={incidentId} step={step.step} news={step.news} onClose={() => setStep(null)} />
      )}
    </Panel>
  )
}

const STEPS = ['approved', 'rejected', 'release'] as const
const ONE_WAY = { approved: 'approved', rejected: 'rejected' } as const
const CHIPS = {
  proposed: 'chip-warn',
  approved: 'chip-own',
  rejected: 'chip-danger',
  contested: 'chip-danger',
  released: 'chip-good',
} as const
