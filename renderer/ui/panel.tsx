import type { ReactNode } from 'react'

/** A framed part of a screen with its heading, count and a remark on the right. */
export function Panel(props: {
  title: string
  count?: number
  side?: ReactNode
  tone?: 'plain' | 'danger' | 'warn'
  testId?: string
  className?: string
  children: ReactNode
}): ReactNode {
  const tone = props.tone === undefined || props.tone === 'plain' ? '' : `panel-${props.tone}`
  return (
    <section
      className={`panel ${tone} ${props.className ?? ''}`}
      aria-label={props.title}
      data-testid={props.testId}
      tabIndex={-1}
    >
      <div className="panel-head">
        <h2>{props.title}</h2>
        {props.count === undefined ? null : <span className="count">{props.count}</span>}
        {props.side === undefined ? null : <span className="side">{props.side}</span>}
      </div>
      {props.children}
    </section>
  )
}
