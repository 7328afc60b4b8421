import type { ReactNode } from 'react'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { useText } from '../../text/text.ts'
import { SeverityMark } from '../../ui/marks.tsx'
import { countsOf, type CountTarget, type PlanCount } from './plan-counts.ts'

/** What must be seen before anything else: counts that open their lists, and blocking findings in words. */
export function FindingsBar(props: { plan: DispatchPlan; onOpen: (target: CountTarget) => void }): ReactNode {
  const text = useText()
  const counts = countsOf(props.plan)
  const countOf = (key: PlanCount['key']): number => counts.find((entry) => entry.key === key)?.count ?? 0
  const worst = countOf('block') > 0 ? 'block' : countOf('warn') + countOf('gaps') > 0 ? 'warn' : 'info'
  const blocks = props.plan.findings.filter((finding) => finding.severity === 'block')
  return (
    <div className={`findings-bar findings-${worst}`} data-testid="findings-bar">
      <SeverityMark severity={worst} word="" />
      {counts.map(({ key, count, target }) => (
        <button
          key={key}
          type="button"
          className={`findings-count ${toneOf(key, count)}`}
          title={text(`findings.open.${key}`)}
          data-testid={`count-${key}`}
          onClick={() => props.onOpen(target)}
        >
          {text(`findings.count.${key}`)} <span className="strong">{count}</span>
        </button>
      ))}
      {blocks.slice(0, 2).map((finding, index) => (
        <span key={`${finding.code} ${index}`} className="danger strong one-line-text" title={finding.text}>
          {finding.text}
        </span>
      ))}
    </div>
  )
}

function toneOf(key: PlanCount['key'], count: number): string {
  if (count === 0) return 'dim'
  if (key === 'block' || key === 'mustNot') return 'danger'
  return key === 'warn' || key === 'gaps' ? 'warn' : ''
}
