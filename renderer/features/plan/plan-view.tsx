import { Button } from '@blueprintjs/core'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import { PLAN_TABS, type CardAsk, type PlanTab, type RowChoice } from '../../app/view-store.ts'
import { useText, type Text } from '../../text/text.ts'
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
  const tabs = useRef<HTMLDivElement>(null)
  const { plan } = props.version
  const input: SectionInput = {
    incidentId: props.version.incidentId,
    plan,
    headquarters: props.headquarters,
    text,
    row: props.row,
    choose: props.onRow,
    openCard: props.onCard,
  }
  const { shown, hidden } = orderSections(PAGES[props.tab](input), props.headquarters, props.showAll)
  const hiddenFilled = hidden.filter((section) => section.count > 0)
  const other: Headquarters = props.headquarters === 'administrative' ? 'tactical' : 'administrative'

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = step === 0 ? undefined : PLAN_TABS[PLAN_TABS.indexOf(props.tab) + step]
    if (next === undefined) return
    event.preventDefault()
    props.onTab(next)
    const button = tabs.current?.querySelector(`[data-tab="${next}"]`)
    if (button instanceof HTMLElement) button.focus()
  }

  return (
    <div className="plan-view">
      <div className="plan-tabs" role="tablist" ref={tabs} onKeyDown={onKeyDown}>
        {PLAN_TABS.map((tab, index) => (
          <button
            key={tab}
            type="button"
            role="tab"
            data-tab={tab}
            data-testid={`plan-tab-${tab === 'firstOrders' ? 'first-orders' : tab}`}
            aria-selected={tab === props.tab}
            tabIndex={tab === props.tab ? 0 : -1}
            title={`Alt+${index + 1}`}
            onClick={() => props.onTab(tab)}
          >
            {text(`plan.tab.${tab}`)}
          </button>
        ))}
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
      </div>
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
