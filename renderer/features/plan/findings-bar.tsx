import type { ReactNode } from 'react'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { useText } from '../../text/text.ts'
import { SeverityMark } from '../../ui/marks.tsx'

/** What must be seen before anything else: blocking findings in words, and counts that open the details. */
export function FindingsBar(props: { plan: DispatchPlan; onOpen: () => void }): ReactNode {
  const text = useText()
  const { plan } = props
  const count = (severity: 'block' | 'warn'): number =>
    plan.findings.filter((finding) => finding.severity === severity).length
  const gaps =
    plan.forcePlan.shortfalls.length +
    plan.forcePlan.supplies.shortfalls.length +
    plan.handlingPlan.evacuation.shortfalls.length
  const blocks = plan.findings.filter((finding) => finding.severity === 'block')
  const worst = blocks.length > 0 ? 'block' : count('warn') + gaps > 0 ? 'warn' : 'info'
  return (
    <div className={`findings-bar findings-${worst}`} data-testid="findings-bar">
      <button type="button" className="findings-counts" onClick={props.onOpen} title={text('findings.barTitle')}>
        <SeverityMark
          severity={worst}
          word={text('findings.bar', {
            block: blocks.length,
            warn: count('warn'),
            gaps,
            unknowns: plan.unknowns.length,
            mustNot: plan.handlingPlan.mustNot.length,
          })}
        />
      </button>
      {blocks.slice(0, 2).map((finding, index) => (
        <span key={`${finding.code} ${index}`} className="danger strong one-line-text">
          {finding.text}
        </span>
      ))}
    </div>
  )
}
