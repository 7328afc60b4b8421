import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { LibraryTrial } from '#shared/contract/library.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { Waiting } from '../../ui/state-view.tsx'
import { openPage } from './desk-actions.ts'
import { TrialResult } from './trial-result.tsx'

/** 试运行: what this version would order in a stored incident, beside what is ordered without it. Nothing is stored. */
export function TestPage(props: { planId: string; version: number }): ReactNode {
  const text = useText()
  const { view, client } = useConsole()
  const { planId, version } = props
  const incidents = useQuery(appContract.incident.list, {}).value
  const lines = useQuery(appContract.library.list, { versions: 'all', text: planId }).value
  const title = lines?.find((line) => line.planId === planId && line.version === version)?.title ?? planId
  const chosen = useView(view, (state) => state.incidentId)
  const [picked, setPicked] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [trial, setTrial] = useState<LibraryTrial | null>(null)
  const [error, setError] = useState<string | null>(null)
  const incidentId = picked ?? chosen ?? incidents?.[0]?.incidentId ?? null

  const run = async (id: string): Promise<void> => {
    setBusy(true)
    setError(null)
    setTrial(null)
    try {
      const answer = await client.library.testRun({ plan: { kind: 'version', planId, version }, incidentId: id })
      if (answer.ok) setTrial(answer.value)
      else setError(answer.error.message)
    } catch (fault) {
      setError(fault instanceof Error ? fault.message : String(fault))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="plan-page" data-testid="plan-test">
      <div className="plan-bar">
        <div className="plan-bar-row">
          <Button
            size="small"
            text={text('contingency.tool.toPlan')}
            data-testid="plan-test-back"
            onClick={() => openPage(view, { kind: 'plan', planId, version, path: '' })}
          />
          <h2 className="one-line-text">
            {`${text('contingency.tool.test')}　${title} ${text('contingency.versionText', { version })}`}
          </h2>
          <label className="plan-pick plan-pick-wide">
            <span className="dim">{text('contingency.test.incident')}</span>
            <select
              className="field-input"
              value={incidentId ?? ''}
              data-testid="plan-test-incident"
              onChange={({ target }) => {
                setPicked(target.value)
                setTrial(null)
              }}
            >
              {(incidents ?? []).map((incident) => (
                <option key={incident.incidentId} value={incident.incidentId}>
                  {`${text(`mode.${incident.mode}`)} ${incident.number} ${incident.title}`}
                </option>
              ))}
            </select>
          </label>
          <Button
            size="small"
            intent="primary"
            disabled={busy || incidentId === null}
            text={busy ? text('contingency.test.running') : text('contingency.test.run')}
            data-testid="plan-test-run"
            onClick={() => (incidentId === null ? undefined : void run(incidentId))}
          />
        </div>
        <p className="dim plan-said">{text('contingency.test.meaning')}</p>
      </div>
      {error === null ? null : (
        <p className="danger plan-said" role="alert">
          {error}
        </p>
      )}
      {incidents?.length === 0 ? <Waiting words={text('contingency.test.noIncident')} /> : null}
      {busy ? <Waiting words={text('contingency.test.running')} /> : null}
      {trial === null ? null : <TrialResult trial={trial} />}
    </div>
  )
}
