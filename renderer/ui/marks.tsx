import type { ReactNode } from 'react'
import type { Headquarters } from '#shared/domain/taxonomy.ts'

/** Square for the administrative, triangle for the tactical headquarters, each with its letter: never colour alone. */
export function HeadquartersMark(props: { headquarters: Headquarters; letter: string; size?: number }): ReactNode {
  const size = props.size ?? 26
  const tactical = props.headquarters === 'tactical'
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true" className="headquarters-mark">
      {tactical ? (
        <polygon points="13,1 25,25 1,25" fill="none" stroke="currentColor" strokeWidth="2" />
      ) : (
        <rect x="1.5" y="1.5" width="23" height="23" fill="none" stroke="currentColor" strokeWidth="2" />
      )}
      <text
        x="13"
        y={tactical ? 22 : 18.5}
        textAnchor="middle"
        fontSize={tactical ? 12 : 15}
        fontWeight="700"
        fill="currentColor"
      >
        {props.letter}
      </text>
    </svg>
  )
}

/** Symbol and word of a finding's severity: octagon blocks, triangle warns, circle informs. */
export function SeverityMark(props: { severity: 'block' | 'warn' | 'info'; word: string }): ReactNode {
  return (
    <span className={`severity severity-${props.severity}`}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {props.severity === 'block' ? (
          <polygon points="4.5,1 9.5,1 13,4.5 13,9.5 9.5,13 4.5,13 1,9.5 1,4.5" fill="currentColor" />
        ) : null}
        {props.severity === 'warn' ? (
          <polygon points="7,1 13.5,13 0.5,13" fill="none" stroke="currentColor" strokeWidth="1.8" />
        ) : null}
        {props.severity === 'info' ? (
          <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
        ) : null}
      </svg>
      {props.word}
    </span>
  )
}

/** A short framed word. */
export function Chip(props: {
  tone?: 'plain' | 'warn' | 'danger' | 'good' | 'own'
  title?: string
  testId?: string
  children: ReactNode
}): ReactNode {
  return (
    <span className={`chip chip-${props.tone ?? 'plain'}`} title={props.title} data-testid={props.testId}>
      {props.children}
    </span>
  )
}
