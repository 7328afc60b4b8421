import type { ReactNode } from 'react'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { useText } from '../../text/text.ts'
import { proofOf } from './proof-of.ts'

/** How well the choice of forces is proven, in words; a draft that is still being worked on says so. */
export function PlanProof(props: { plan: DispatchPlan; isDraft: boolean }): ReactNode {
  const text = useText()
  const { state, gap } = proofOf(props.plan, props.isDraft)
  const gapWords = gap === null ? text('proof.gapUnknown') : text('proof.gap', { percent: percentText(gap) })
  return (
    <span
      className={`one-line-text ${state === 'proven' || state === 'optimal' ? 'dim' : 'warn strong'}`}
      role="status"
      data-testid="plan-proof"
      data-state={state}
      title={text(`proof.hint.${state}`)}
    >
      {text(`proof.${state}`, { gap: gapWords })}
    </span>
  )
}

/** Rounded up, so that the words never promise more than is proven. */
function percentText(gap: number): string {
  return String(Math.ceil(gap * 1000) / 10)
}
