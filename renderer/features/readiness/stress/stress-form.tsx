import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import { StressQuestion } from '#shared/domain/stress.ts'
import { useConsole } from '../../../app/console-context.tsx'
import { useText } from '../../../text/text.ts'
import { durationText } from '../../../text/time-text.ts'

type Running = OutputOf<typeof appContract.readiness.stress>['running']

const MODES = ['worth', 'misses'] as const

/** How many, which seed, which mode; while a run is under way how far it is and the way to stop it. */
export function StressForm(props: { running: Running; failed: string | null }): ReactNode {
  const text = useText()
  const { client, cache } = useConsole()
  const [incidents, setIncidents] = useState('1000')
  const [seed, setSeed] = useState('1')
  const [mode, setMode] = useState<StressQuestion['mode']>('worth')
  const [error, setError] = useState<string | null>(null)
  const { running, failed } = props
  const asked = StressQuestion.safeParse({ incidents: Number(incidents), seed: Number(seed), mode })
  const carryOut = async (work: () => Promise<{ ok: boolean; error?: { message: string } }>): Promise<void> => {
    try {
      const answer = await work()
      setError(answer.ok ? null : (answer.error?.message ?? ''))
    } catch (fault) {
      setError(fault instanceof Error ? fault.message : String(fault))
    }
    cache.refresh(appContract.readiness.stress, {})
  }
  const commandId = (): string => crypto.randomUUID()
  if (running !== null) {
    const percent = Math.round((100 * running.done) / Math.max(1, running.of))
    return (
      <div className="stress-form" data-testid="stress-progress">
        <progress max={100} value={percent} aria-label={text('readiness.stress.progress')} />
        <span role="status">
          {text(`readiness.stress.phase.${running.phase}`, {
            ...{ done: running.done, of: running.of, elapsed: durationText(Math.round(running.elapsedMs / 1000)) },
          })}
        </span>
        {running.paused ? <span className="warn strong">{text('readiness.stress.paused')}</span> : null}
        <Button
          size="small"
          data-testid="stress-stop"
          onClick={() => void carryOut(() => client.readiness.stopStress({ commandId: commandId() }))}
          text={text('readiness.stress.stop')}
        />
        <span className="dim">{text('readiness.stress.background')}</span>
      </div>
    )
  }
  return (
    <form
      className="stress-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (asked.success) void carryOut(() => client.readiness.startStress({ ...asked.data, commandId: commandId() }))
      }}
    >
      <label htmlFor="stress-n">{text('readiness.stress.incidents')}</label>
      <input
        id="stress-n"
        className="field-input stress-number"
        inputMode="numeric"
        value={incidents}
        aria-invalid={!asked.success}
        data-testid="stress-incidents"
        onChange={(event) => setIncidents(event.target.value)}
      />
      <label htmlFor="stress-seed">{text('readiness.stress.seed')}</label>
      <input
        id="stress-seed"
        className="field-input stress-number"
        inputMode="numeric"
        value={seed}
        aria-invalid={!asked.success}
        title={text('readiness.stress.seedHint')}
        data-testid="stress-seed"
        onChange={(event) => setSeed(event.target.value)}
      />
      <label htmlFor="stress-mode">{text('readiness.stress.mode')}</label>
      <select
        id="stress-mode"
        className="field-input stress-mode"
        value={mode}
        data-testid="stress-mode"
        onChange={(event) => setMode(MODES.find((each) => each === event.target.value) ?? mode)}
      >
        {MODES.map((each) => (
          <option key={each} value={each}>
            {text(`readiness.stress.modes.${each}`)}
          </option>
        ))}
      </select>
      <Button
        size="small"
        type="submit"
        intent="primary"
        disabled={!asked.success}
        data-testid="stress-start"
        text={text('readiness.stress.start')}
      />
      {asked.success ? null : <span className="danger">{text('readiness.stress.badNumbers')}</span>}
      {error === null && failed === null ? null : (
        <span className="danger" role="alert">
          {error ?? failed}
        </span>
      )}
    </form>
  )
}
