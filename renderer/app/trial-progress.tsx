import { Button } from '@blueprintjs/core'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { useConsole } from './console-context.tsx'
import { useText } from '../text/text.ts'

/** How far the plans of a question are, and the way to stop them; nothing while none is known to be under way. */
export function TrialProgress(props: { requestId: string; testId: string }): ReactNode {
  const text = useText()
  const { client, planWatch } = useConsole()
  const [error, setError] = useState<string | null>(null)
  const { requestId, testId } = props
  const progress = useSyncExternalStore(planWatch.listen, () => planWatch.ofRequest(requestId))
  if (progress === null) return null
  const stop = async (): Promise<void> => {
    try {
      const answer = await client.plan.cancel({ commandId: crypto.randomUUID(), requestId })
      setError(answer.ok ? null : answer.error.message)
    } catch (fault) {
      setError(fault instanceof Error ? fault.message : String(fault))
    }
  }
  const percent = Math.round(progress.share * 100)
  return (
    <p className="panel-note" data-testid={testId}>
      <progress max={100} value={percent} aria-label={text('progress.trial')} />{' '}
      {progress.state === 'queued' ? text('progress.queued', { ahead: progress.ahead }) : `${percent}%`}{' '}
      <Button
        size="small"
        data-testid={`${testId}-stop`}
        onClick={() => void stop()}
        text={text('progress.stopTrial')}
      />
      {error === null ? null : <span className="danger"> {error}</span>}
    </p>
  )
}
