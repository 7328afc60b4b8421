import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '../../text/text.ts'

/** Pages of the ledger of goods. */
const STOCK_TABS = ['ledger', 'taking', 'expiring', 'returns', 'pick'] as const
export type StockTab = (typeof STOCK_TABS)[number]

/** The pages by name; ← → go from one to the next. */
export function StockTabs(props: { tab: StockTab; onTab: (tab: StockTab) => void }): ReactNode {
  const text = useText()
  const strip = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = step === 0 ? undefined : STOCK_TABS[STOCK_TABS.indexOf(props.tab) + step]
    if (next === undefined) return
    event.preventDefault()
    props.onTab(next)
    const button = strip.current?.querySelector(`[data-tab="${next}"]`)
    if (button instanceof HTMLElement) button.focus()
  }
  return (
    <div className="plan-tabs" role="tablist" ref={strip} onKeyDown={onKeyDown}>
      {STOCK_TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          data-tab={tab}
          data-testid={`stock-tab-${tab}`}
          aria-selected={tab === props.tab}
          tabIndex={tab === props.tab ? 0 : -1}
          onClick={() => props.onTab(tab)}
        >
          {text(`stock.tab.${tab}`)}
        </button>
      ))}
    </div>
  )
}
