import { Button } from '@blueprintjs/core'
import { useEffect, useState, type ReactNode } from 'react'
import type { PlanProgress } from '#shared/contract/plan-progress.ts'
import { useText } from '../../text/text.ts'

/** Work shorter than this shows no bar: it would only flicker. */
const SHOWN_AFTER_MS = 300

/** How far a plan under way is, and the way to stop it. */
export function PlanProgressBar(props: { progress: PlanProgress; onCancel: () => void }): ReactNode {
  const [late, setLate] = useState(false)
  const { requestId } = props.progress
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SHOWN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [requestId])
  return late || props.progress.elapsedMs >= SHOWN_AFTER_MS ? <Bar {...props} /> : null
}

function Bar(props: { progress: PlanProgress; onCancel: () => void }): ReactNode {
  const text = useText()
  const { state, ahead, effort, stage, share, draft } = props.progress
  const work = stage === null ? text('progress.starting') : text(`stage.${stage}`)
  const percent = Math.round(share * 100)
  return (
    <div className="plan-progress" data-testid="plan-progress">
      <span className="strong">
        {state === 'queued' ? text('progress.queued', { ahead }) : text(`progress.${effort}`)}
      </span>
      <progress max={100} value={percent} aria-label={text('progress.label')} />
      <span data-testid="plan-progress-stage" className="one-line-text">
        {state === 'queued' ? '' : `${work} ${percent}%`}
      </span>
      <span className="spacer" />
      <Button
        size="small"
        onClick={props.onCancel}
        data-testid="cancel-plan"
        text={`${text(draft === null ? 'progress.cancel' : 'progress.keepDraft')} (Esc)`}
      />
    </div>
  )
}
