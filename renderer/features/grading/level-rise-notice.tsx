import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'

/** A computed level rose: old and new level, rule and fact, over every screen until this headquarters has read it. */
export function LevelRiseNotice(): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const rises = useQuery(appContract.incident.levelRises, {}).value ?? []
  const [error, setError] = useState<string | null>(null)
  const [first] = rises
  if (first === undefined) return null
  const { riseId, number, of, from, to, revision } = first
  const acknowledge = async (): Promise<void> => {
    const answer = await client.incident.acknowledgeRise({ commandId: crypto.randomUUID(), riseId })
    setError(answer.ok ? null : answer.error.message)
  }
  return (
    <div className="start-notices level-rise" role="alert" data-testid="level-rise-notice">
      <p>
        <span className="strong">
          {text('grading.rise', {
            number,
            kind: text(`grading.${of}`),
            from: text(`eventLevel.${from ?? 'none'}`),
            to: text(of === 'event' ? `eventLevel.${to}` : `level.${to}`),
            revision,
          })}
        </span>{' '}
        {first.text}
        {rises.length > 1 ? <span className="dim"> {text('grading.more', { count: rises.length - 1 })}</span> : null}
        {error === null ? null : <span className="danger"> {error}</span>}
      </p>
      <Button
        size="small"
        intent="warning"
        data-testid="level-rise-acknowledge"
        onClick={() => void acknowledge()}
        text={text('grading.acknowledge')}
      />
    </div>
  )
}
