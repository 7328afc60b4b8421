import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { LibraryDifference, LibraryVersion } from '#shared/contract/library.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText, type Text } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { openPage } from './desk-actions.ts'
import { DifferenceMark } from './difference-mark.tsx'
import { groupByPart } from './group-by-part.ts'
import { pathWords } from './path-words.ts'

/** Two versions of a plan side by side, part by part; every change carries its sign and word. */
export function DiffPage(props: { planId: string; before: number; after: number }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const { planId, before, after } = props
  const versions = useQuery(appContract.library.list, { versions: 'all', text: planId })
  const lines = (versions.value ?? []).filter((line) => line.planId === planId)
  const choose = (side: 'before' | 'after', version: number): void =>
    openPage(view, { kind: 'diff', planId, before, after, [side]: version })
  return (
    <div className="plan-page" data-testid="plan-diff">
      <div className="plan-bar">
        <div className="plan-bar-row">
          <Button
            size="small"
            text={text('contingency.tool.toPlan')}
            data-testid="plan-diff-back"
            onClick={() => openPage(view, { kind: 'plan', planId, version: after, path: '' })}
          />
          <h2 className="one-line-text">{`${text('contingency.diff.title')}　${lines[0]?.title ?? planId}`}</h2>
          <VersionChoice
            label={text('contingency.diff.before')}
            lines={lines}
            value={before}
            onPick={(version) => choose('before', version)}
          />
          <span aria-hidden="true">→</span>
          <VersionChoice
            label={text('contingency.diff.after')}
            lines={lines}
            value={after}
            onPick={(version) => choose('after', version)}
          />
        </div>
      </div>
      <Differences planId={planId} before={before} after={after} />
    </div>
  )
}

function VersionChoice(props: {
  label: string
  lines: readonly LibraryVersion[]
  value: number
  onPick: (version: number) => void
}): ReactNode {
  const text = useText()
  return (
    <label className="plan-pick">
      <span className="dim">{props.label}</span>
      <select className="field-input" value={props.value} onChange={({ target }) => props.onPick(Number(target.value))}>
        {props.lines.map((line) => (
          <option key={line.version} value={line.version}>
            {`${text('contingency.versionLabel', { version: line.version, label: line.label })} ${text(`contingency.state.${line.state}`)}`}
          </option>
        ))}
      </select>
    </label>
  )
}

function Differences(props: { planId: string; before: number; after: number }): ReactNode {
  const text = useText()
  const input = { planId: props.planId, before: props.before, after: props.after }
  const { value, error } = useQuery(appContract.library.diff, input)
  if (value === null) return <Unloaded of={appContract.library.diff} input={input} error={error} />
  if (value.length === 0) return <Waiting words={text('contingency.diff.none')} />
  return (
    <div className="scroll plan-body stack" tabIndex={0} aria-label={text('contingency.diff.title')}>
      <p className="panel-note" role="status" data-testid="plan-diff-count">
        {text('contingency.diff.count', { count: value.length })}
      </p>
      {groupByPart(value).map(({ part, chapter, lines }) => (
        <Panel key={`${part} ${chapter ?? ''}`} title={pathWords(part, text)} count={lines.length} side={chapter ?? ''}>
          <div className="plan-sides plan-sides-head dim" aria-hidden="true">
            <span>{text('contingency.diff.how')}</span>
            <span>{text('contingency.diff.field')}</span>
            <span>{text('contingency.diff.before')}</span>
            <span>{text('contingency.diff.after')}</span>
          </div>
          {lines.map((line) => (
            <Difference key={`${line.kind} ${line.key}`} line={line} />
          ))}
        </Panel>
      ))}
    </div>
  )
}

function Difference(props: { line: LibraryDifference }): ReactNode {
  const text = useText()
  const { line } = props
  return (
    <div className="plan-difference" data-kind={line.kind}>
      <p className="plan-difference-name">
        <DifferenceMark kind={line.kind} /> <span className="strong">{line.title === '' ? line.key : line.title}</span>{' '}
        <span className="dim">{line.key}</span>
      </p>
      {line.fields.map((field) => (
        <div key={field.field} className="plan-sides">
          <span />
          <span className="dim">{pathWords(field.field, text)}</span>
          <span className={field.before === null ? 'dim' : 'plan-was pre-line'}>{sideWords(field.before, text)}</span>
          <span className={field.after === null ? 'dim' : 'plan-is pre-line'}>{sideWords(field.after, text)}</span>
        </div>
      ))}
    </div>
  )
}

function sideWords(side: string | null, text: Text): string {
  if (side === null) return text('contingency.diff.absent')
  return side === '' ? text('contingency.diff.empty') : side
}
