import { Button } from '@blueprintjs/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { LibraryPlan, LibraryVersion } from '#shared/contract/library.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { ImprovementList } from '../../app/improvement-list.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { beginEdit } from './begin-edit.ts'
import { openPage } from './desk-actions.ts'
import { useExport } from './file-tools.ts'
import { goToPath } from './go-to-path.ts'
import { PlanBody } from './plan-body.tsx'
import { ReviewDate, VersionMarks } from './plan-marks.tsx'
import { PlanSteps } from './plan-steps.tsx'

/** One version of a plan: what can be done with it, its outline and all its parts. */
export function PlanPage(props: { planId: string; version: number | null; path: string }): ReactNode {
  const { planId, version, path } = props
  const input = version === null ? { planId } : { planId, version }
  const state = useQuery(appContract.library.get, input)
  const versions = useQuery(appContract.library.list, { versions: 'all', text: planId })
  const history = useQuery(appContract.library.history, { planId })
  const body = useRef<HTMLDivElement>(null)
  const loaded = state.value !== null
  useEffect(() => {
    if (loaded && body.current !== null) goToPath(body.current, path)
  }, [loaded, path, planId, version])
  if (state.value === null) return <Unloaded of={appContract.library.get} input={input} error={state.error} />
  return (
    <div className="plan-page" data-testid="plan-page">
      <PlanBar opened={state.value} versions={(versions.value ?? []).filter((line) => line.planId === planId)} />
      <div className="plan-columns">
        <Outline opened={state.value} within={body} />
        <div className="scroll plan-body stack" ref={body} tabIndex={-1}>
          <ImprovementList of={{ targetId: planId }} />
          <PlanBody plan={state.value.plan} history={history.value ?? []} />
        </div>
      </div>
    </div>
  )
}

function PlanBar(props: { opened: LibraryPlan; versions: readonly LibraryVersion[] }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const [said, setSaid] = useState<{ readonly words: string; readonly failed: boolean } | null>(null)
  const exportOne = useExport(setSaid)
  const { opened, versions } = props
  const { version } = opened
  const { planId } = version
  const before = versions.find((line) => line.version < version.version) ?? null
  const newer = versions[0] ?? null
  return (
    <div className="plan-bar">
      <div className="plan-bar-row">
        <Button
          size="small"
          text={text('contingency.tool.back')}
          data-testid="plan-back"
          onClick={() => openPage(view, { kind: 'list' })}
        />
        <h2 className="one-line-text">{opened.plan.title}</h2>
        <VersionMarks version={version} />
        <label className="plan-pick">
          <span className="dim">{text('contingency.version')}</span>
          <select
            className="field-input"
            value={version.version}
            data-testid="plan-version"
            onChange={(event) =>
              openPage(view, { kind: 'plan', planId, version: Number(event.target.value), path: '' })
            }
          >
            {(versions.length === 0 ? [version] : versions).map((line) => (
              <option key={line.version} value={line.version}>
                {`${text('contingency.versionLabel', { version: line.version, label: line.label })} ${text(line.starter ? 'contingency.starterShort' : `contingency.state.${line.state}`)}${line.running ? ` ${text('contingency.running')}` : ''}`}
              </option>
            ))}
          </select>
        </label>
        <ReviewDate version={version} />
      </div>
      <div className="plan-bar-row">
        <Button
          size="small"
          intent="primary"
          text={text('contingency.tool.revise')}
          data-testid="plan-revise"
          disabled={version.state === 'review'}
          onClick={() => beginEdit(view, opened, '')}
        />
        <PlanSteps
          version={version}
          onGo={(path) => {
            // Only a draft can be changed; in any other state the place is shown.
            if (version.state === 'draft') beginEdit(view, opened, path)
            else openPage(view, { kind: 'plan', planId, version: version.version, path })
          }}
        />
        <span className="plan-bar-gap" />
        <Button
          size="small"
          text={text('contingency.tool.compare')}
          data-testid="plan-compare"
          disabled={versions.length < 2}
          title={versions.length < 2 ? text('contingency.diff.only') : undefined}
          onClick={() =>
            openPage(view, {
              kind: 'diff',
              planId,
              before: before?.version ?? version.version,
              after: before === null ? (newer?.version ?? version.version) : version.version,
            })
          }
        />
        <Button
          size="small"
          text={text('contingency.tool.test')}
          data-testid="plan-test-open"
          onClick={() => openPage(view, { kind: 'test', planId, version: version.version })}
        />
        <Button
          size="small"
          text={text('contingency.tool.export')}
          data-testid="plan-export"
          onClick={() => exportOne(planId, version.version)}
        />
      </div>
      {version.starter ? <p className="warn plan-said">{text('contingency.notAuthority')}</p> : null}
      {said === null ? null : (
        <p className={`plan-said ${said.failed ? 'danger' : 'good'}`} role="status" data-testid="plan-said">
          {said.words}
        </p>
      )}
    </div>
  )
}

/** Links to the parts; a press brings one into sight and gives it the focus. */
function Outline(props: { opened: LibraryPlan; within: { readonly current: HTMLElement | null } }): ReactNode {
  const text = useText()
  const { chapters } = props.opened.plan
  const parts = [
    { id: 'head', label: text('contingencyPart.head') },
    { id: 'start', label: text('contingencyPart.start') },
    { id: 'people', label: text('contingencyPart.people') },
    ...chapters.flatMap((chapter, index) => [
      { id: `chapters.${index}`, label: chapter.title },
      { id: `chapters.${index}-mustNot`, label: `　${text('contingencyPart.mustNot')}` },
      { id: `chapters.${index}-firstOrders`, label: `　${text('contingencyPart.firstOrders')}` },
    ]),
    { id: 'demands', label: text('contingencyPart.demands') },
    { id: 'reporting', label: text('contingencyPart.reporting') },
    { id: 'annexes', label: text('contingencyPart.annexes') },
    { id: 'history', label: text('contingencyPart.history') },
  ]
  return (
    <nav className="scroll panel plan-outline" aria-label={text('contingency.view.outline')}>
      {parts.map((part) => (
        <button
          key={part.id}
          type="button"
          className="library-table"
          onClick={() => {
            const place = props.within.current?.querySelector(`[data-testid="plan-part-${part.id}"]`)
            if (!(place instanceof HTMLElement)) return
            place.scrollIntoView({ block: 'start' })
            place.focus({ preventScroll: true })
          }}
        >
          {part.label}
        </button>
      ))}
    </nav>
  )
}
