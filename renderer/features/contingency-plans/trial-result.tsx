import { useState, type ReactNode } from 'react'
import type { LibraryTrial } from '#shared/contract/library.contract.ts'
import { CAPABILITIES, VEHICLE_KINDS } from '#shared/domain/taxonomy.ts'
import { useText, type Text } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { DifferenceMark } from './difference-mark.tsx'

/** Parts of a trial in the order they are read. */
export const TRIAL_PARTS = ['actions', 'firstOrders', 'mustNots', 'demands', 'assignments', 'findings'] as const

/** Lines of a trial that are not the same with the plan as without it. */
export function changedLines(lines: LibraryTrial['actions']): readonly ChangedLine[] {
  return lines.flatMap(({ kind, ...line }) => (kind === 'same' ? [] : [{ ...line, kind }]))
}

type ChangedLine = Omit<LibraryTrial['actions'][number], 'kind'> & { readonly kind: 'added' | 'removed' | 'changed' }

/** What a plan would order otherwise: part by part new, dropped and changed, without it on the left, with it on the right. */
export function TrialResult(props: { trial: LibraryTrial }): ReactNode {
  const text = useText()
  const [showSame, setShowSame] = useState(false)
  const { trial } = props
  const total = TRIAL_PARTS.reduce((sum, part) => sum + changedLines(trial[part]).length, 0)
  return (
    <div className="scroll plan-body stack" data-testid="plan-trial" tabIndex={0}>
      <Panel title={text('contingency.test.result')} tone={trial.applies ? 'plain' : 'warn'}>
        <p className="panel-note">
          <span className={trial.applies ? 'good strong' : 'warn strong'} data-testid="plan-trial-applies">
            {text(trial.applies ? 'contingency.test.applies' : 'contingency.test.appliesNot')}
          </span>
          {trial.reasons.map((reason) => ` · ${reason.text}`).join('')}
        </p>
        <p className="panel-note">
          {text('contingency.test.together', {
            plans: trial.contingencyPlans.map((plan) => plan.title).join(text('formulaWords.listMark')),
          })}
        </p>
        <p className="panel-note" role="status" data-testid="plan-trial-count">
          {total === 0 ? text('contingency.test.nothing') : text('contingency.diff.count', { count: total })}
          <label className="plan-beside">
            <input type="checkbox" checked={showSame} onChange={({ target }) => setShowSame(target.checked)} />{' '}
            {text('contingency.test.showSame')}
          </label>
        </p>
      </Panel>
      {TRIAL_PARTS.map((part) => (
        <Part key={part} part={part} lines={trial[part]} showSame={showSame} />
      ))}
    </div>
  )
}

function Part(props: {
  part: (typeof TRIAL_PARTS)[number]
  lines: LibraryTrial['actions']
  showSame: boolean
}): ReactNode {
  const text = useText()
  const { part, lines, showSame } = props
  const changed = changedLines(lines)
  const same = lines.filter(({ kind }) => kind === 'same')
  if (changed.length === 0 && (!showSame || same.length === 0)) return null
  return (
    <Panel title={text(`contingency.test.part.${part}`)} count={changed.length} testId={`plan-trial-${part}`}>
      <div className="plan-sides plan-sides-head dim" aria-hidden="true">
        <span>{text('contingency.diff.how')}</span>
        <span>{text('contingencyField.code')}</span>
        <span>{text('contingency.test.without')}</span>
        <span>{text('contingency.test.with')}</span>
      </div>
      {changed.map((line) => (
        <div key={`${line.kind} ${line.key}`} className="plan-sides" data-kind={line.kind}>
          <span>
            <DifferenceMark kind={line.kind} />
          </span>
          <span className="dim cut" title={line.key}>
            {line.key}
          </span>
          <span className={line.before === null ? 'dim' : 'plan-was'}>
            {wordsIn(part, line.before, text) ?? text('contingency.diff.absent')}
          </span>
          <span className={line.after === null ? 'dim' : 'plan-is'}>
            {wordsIn(part, line.after, text) ?? text('contingency.diff.absent')}
          </span>
        </div>
      ))}
      {showSame
        ? same.map((line) => (
            <div key={line.key} className="plan-sides">
              <span className="dim">{text('contingency.test.same')}</span>
              <span className="dim cut">{line.key}</span>
              <span className="plan-both">{wordsIn(part, line.after, text)}</span>
            </div>
          ))
        : null}
    </Panel>
  )
}

/** A line in words: a demand begins with the key of what is asked for. */
function wordsIn(part: (typeof TRIAL_PARTS)[number], line: string | null, text: Text): string | null {
  if (line === null || part !== 'demands') return line
  const code = /^[A-Z_]+/.exec(line)?.[0] ?? ''
  const capability = CAPABILITIES.find((known) => known === code)
  const vehicle = VEHICLE_KINDS.find((known) => known === code)
  if (capability !== undefined) return `${text(`capability.${capability}`)}${line.slice(code.length)}`
  return vehicle === undefined ? line : `${text(`vehicle.${vehicle}`)}${line.slice(code.length)}`
}
