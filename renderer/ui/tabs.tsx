import { useRef, type KeyboardEvent, type ReactNode } from 'react'

/** One page behind a tab. */
export interface TabOf<K extends string> {
  readonly key: K
  readonly label: string
  readonly testId: string
  /** What the pointer is told, such as the shortcut. */
  readonly title?: string
}

/** Pages by name in one strip; ← → go from one to the next, and the focus with them. Children stand behind the tabs. */
export function Tabs<K extends string>(props: {
  tabs: readonly TabOf<K>[]
  tab: K
  onTab: (tab: K) => void
  children?: ReactNode
}): ReactNode {
  const { tabs, tab, onTab } = props
  const strip = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = step === 0 ? undefined : tabs[tabs.findIndex(({ key }) => key === tab) + step]?.key
    if (next === undefined) return
    event.preventDefault()
    onTab(next)
    const button = strip.current?.querySelector(`[data-tab="${next}"]`)
    if (button instanceof HTMLElement) button.focus()
  }
  return (
    <div className="plan-tabs" role="tablist" ref={strip} onKeyDown={onKeyDown}>
      {tabs.map(({ key, label, testId, title }) => (
        <button
          key={key}
          type="button"
          role="tab"
          data-tab={key}
          data-testid={testId}
          aria-selected={key === tab}
          tabIndex={key === tab ? 0 : -1}
          title={title}
          onClick={() => onTab(key)}
        >
          {label}
        </button>
      ))}
      {props.children}
    </div>
  )
}
