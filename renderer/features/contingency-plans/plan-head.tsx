import type { ReactNode } from 'react'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { typeWords } from './plan-list.tsx'
import { ConditionWords } from './plan-marks.tsx'

/** 概况: what the plan is, where and when it holds, who runs it, who issued and approved it. */
export function PlanHead(props: { plan: ContingencyPlan }): ReactNode {
  const text = useText()
  const { plan } = props
  const { scope, review } = plan
  const mark = text('formulaWords.listMark')
  const places = [...scope.regions, ...scope.towns, ...(scope.plantId === null ? [] : [scope.plantId])]
  const season = scope.season === null ? text('contingency.view.allYear') : `${scope.season.from} – ${scope.season.to}`
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text('contingencyField.kind'), text(`contingency.kind.${plan.kind}`)],
    [text('contingencyField.types'), typeWords(plan.types, text)],
    [
      text('contingencyPart.scope'),
      `${places.length === 0 ? text('contingency.everywhere') : places.join(mark)}${mark}${season}`,
    ],
    [text('contingencyField.body'), plan.body],
    [text('contingencyField.leadUnit'), plan.leadUnit],
    [text('contingencyField.memberUnits'), plan.memberUnits.join(mark)],
    [
      text('contingencyPart.conditionsOfPlan'),
      plan.appliesWhen === undefined ? text('formulaWords.always') : <ConditionWords formula={plan.appliesWhen} />,
    ],
    [text('contingencyField.outranks'), plan.outranks.join(mark)],
    [text('contingencyField.issuer'), review.issuer],
    [
      text('contingencyField.approvedBy'),
      [review.approvedBy, review.approvedOn].filter((word) => word !== '').join(' '),
    ],
    [
      text('contingencyField.filedWith'),
      [review.filedWith, review.filedNumber, review.filedOn].filter((word) => word !== '').join(' '),
    ],
    [text('contingencyField.reviewBy'), review.reviewBy],
  ]
  return (
    <Panel title={text('contingencyPart.head')} side={plan.id} testId="plan-part-head">
      <dl className="plan-facts" data-path="" tabIndex={-1}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === '' ? '—' : value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
