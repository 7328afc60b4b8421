import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import { useChangedLines } from '../../app/changed-lines.ts'
import { PLAN_TABS, type CardAsk, type PlanTab, type RowChoice } from '../../app/view-store.ts'
import { useText, type Text } from '../../text/text.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { FindingsBar } from './findings-bar.tsx'
import { firstOrderSections } from './first-order-sections.tsx'
import { forceSections } from './force-sections.tsx'
import { handlingSections } from './handling-sections.tsx'
import { movementSections } from './movement-sections.tsx'
import type { CountTarget } from './plan-counts.ts'
import { ChineseOnly } from '../../text/chinese-only.tsx'
import { orderSections, SectionPanel, type Section, type SectionInput } from './section.tsx'

const PAGES: Readonly<Record<PlanTab, (input: SectionInput) => Section[]>> = {
  force: forceSections,
  movement: movementSections,
  handling: handlingSections,
  firstOrders: firstOrderSections,
}

/** The three plans and the first orders; this headquarters' parts first. */
export function PlanView(props: {
  version: PlanVersion
  headquarters: Headquarters
  tab: PlanTab
  showAll: boolean
  row: RowChoice | null
  onTab: (tab: PlanTab) => void
  onShowAll: (showAll: boolean) => void
  onRow: (row: RowChoice) => void
  onCard: (ask: CardAsk) => void
  onCount: (target: CountTarget) => void
}): ReactNode {
  const text = useText()
  const { plan } = props.version
  const input: SectionInput = {
    incidentId: props.version.incidentId,
    plan,
    headquarters: props.headquarters,
    text,
    row: props.row,
    choose: props.onRow,
    openCard: props.onCard,
    changed: useChangedLines(props.version.incidentId, plan),
  }
  const { shown, hidden } = orderSections(PAGES[props.tab](input), props.headquarters, props.showAll)
  const hiddenFilled = hidden.filter((section) => section.count > 0)
  const other: Headquarters = props.headquarters === 'administrative' ? 'tactical' : 'administrative'

  return (
    <div className="plan-view">
      <Tabs
        tabs={PLAN_TABS.map((key, index) => ({
          key,
          label: text(`plan.tab.${key}`),
          testId: `plan-tab-${key === 'firstOrders' ? 'first-orders' : key}`,
          title: `Alt+${index + 1}`,
        }))}
        tab={props.tab}
        onTab={props.onTab}
      >
        <span className="spacer" />
        {props.version.version === 1 ? null : (
          <span className="dim" data-testid="plan-changes-line">
            {changesLine(props.version, text)}
          </span>
        )}
        <Button
          size="small"
          variant="minimal"
          data-testid="plan-show-all"
          onClick={() => props.onShowAll(!props.showAll)}
          text={`${props.showAll ? text('plan.onlyMine') : text('plan.showAll')} (Alt+A)`}
        />
      </Tabs>
      <FindingsBar plan={plan} onOpen={props.onCount} />
      <ChineseOnly />
      <div
        className="plan-sections scroll"
        role="tabpanel"
        aria-label={text(`plan.tab.${props.tab}`)}
        data-testid={`plan-page-${props.tab}`}
      >
        {shown.map((section) => (
          <SectionPanel key={section.id} section={section} />
        ))}
        {hiddenFilled.length === 0 ? null : (
          <p className="panel-note">
            {text('plan.otherParts', { headquarters: text(`headquarters.${other}`), count: hiddenFilled.length })}
          </p>
        )}
      </div>
    </div>
  )
}

/** How many lines differ from the version before; a fresh plan was not held against it. */
function changesLine({ version, plan }: PlanVersion, text: Text): string {
  return plan.changes === undefined
    ? text('difference.fresh', { version })
    : text('difference.planned', { version, before: version - 1, count: plan.changes.length })
}
