import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { IncidentSummary } from '#shared/contract/incident.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { usePaper } from '../../app/use-paper.ts'
import { ChineseOnly } from '../../text/chinese-only.tsx'
import { useText } from '../../text/text.ts'
import { ChainTable } from './chain-table.tsx'
import { DifferencesPanel } from './differences-panel.tsx'
import { LessonForm, type LessonSeed } from './lesson-form.tsx'
import { TargetTable } from './target-table.tsx'

const NO_SEED: LessonSeed = { text: '', evidence: [] }

/** 总结评估 of one incident: times and orders on the left, deviations and lessons on the right. */
export function ReviewView(props: { incident: IncidentSummary }): ReactNode {
  const { incidentId, number, title, type } = props.incident
  const text = useText()
  const { client } = useConsole()
  const paper = usePaper()
  const [seed, setSeed] = useState<LessonSeed | null>(null)
  const { value: review, error } = useQuery(appContract.review.get, { incidentId })
  const lessons = useQuery(appContract.review.lessons, { incidentId }).value ?? []
  if (review === null) return <Unloaded of={appContract.review.get} input={{ incidentId }} error={error} />
  const document = (): ReturnType<typeof client.review.document> => client.review.document({ incidentId })
  return (
    <div className="review" data-testid="review-view">
      <div className="review-head">
        <h1>{text('review.title')}</h1>
        <span className="strong one-line-text">{`${number} ${title}`}</span>
        <span className={paper.said?.failed === true ? 'danger' : ''} role="status" data-testid="review-said">
          {paper.said?.words ?? ''}
        </span>
        <span className="review-tools" role="group" aria-label={text('review.tool.label')}>
          <Button
            size="small"
            intent="primary"
            text={text('review.tool.propose')}
            data-testid="lesson-propose"
            onClick={() => setSeed(NO_SEED)}
          />
          <Button
            size="small"
            disabled={paper.busy}
            text={text('review.tool.docx')}
            data-testid="review-docx"
            onClick={() => paper.saveDocx(document)}
          />
          <Button
            size="small"
            disabled={paper.busy}
            text={text('review.tool.pdf')}
            data-testid="review-pdf"
            onClick={() => paper.savePdf(document)}
          />
          <Button
            size="small"
            disabled={paper.busy}
            text={text('review.tool.print')}
            data-testid="review-print"
            onClick={() => paper.print(document)}
          />
        </span>
      </div>
      <ChineseOnly />
      {review.missingVersions.length === 0 ? null : (
        <p className="warn">{text('review.missingVersions', { versions: review.missingVersions.join('、') })}</p>
      )}
      <div className="review-columns">
        <div className="review-side">
          <TargetTable rows={review.targets} onPropose={setSeed} />
          <ChainTable orders={review.orders} percentiles={review.percentiles} />
        </div>
        <DifferencesPanel review={review} lessons={lessons} onPropose={setSeed} />
      </div>
      {seed === null ? null : (
        <LessonForm incidentId={incidentId} type={type} seed={seed} onClose={() => setSeed(null)} />
      )}
    </div>
  )
}
