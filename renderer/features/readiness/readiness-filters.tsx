import type { ReactNode } from 'react'
import type { ReadinessFinding } from '#shared/domain/readiness.ts'
import { READINESS_KINDS, type ReadinessKind } from '#shared/domain/taxonomy.ts'
import { useText } from '../../text/text.ts'
import { SeverityMark } from '../../ui/marks.tsx'

const SEVERITIES = ['block', 'warn', 'info'] as const

/** What of the findings is wanted; null = all. */
export interface ReadinessWish {
  readonly kind: ReadinessKind | null
  readonly severity: ReadinessFinding['severity'] | null
}

export const EVERYTHING: ReadinessWish = { kind: null, severity: null }

/** True when a finding is among what is wanted. */
export function isWanted({ kind, severity }: ReadinessFinding, wish: ReadinessWish): boolean {
  return (wish.kind === null || wish.kind === kind) && (wish.severity === null || wish.severity === severity)
}

/** Numbers by gravity and by kind, each a button that shows only those. */
export function ReadinessFilters(props: {
  findings: readonly ReadinessFinding[]
  wish: ReadinessWish
  onWish: (wish: ReadinessWish) => void
}): ReactNode {
  const text = useText()
  const { findings, wish, onWish } = props
  return (
    <div className="readiness-filters">
      <div className="readiness-filter" role="group" aria-label={text('readiness.bySeverity')}>
        {SEVERITIES.map((severity) => (
          <button
            key={severity}
            type="button"
            className="readiness-count"
            aria-pressed={wish.severity === severity}
            data-testid={`readiness-${severity}`}
            onClick={() => onWish({ ...wish, severity: wish.severity === severity ? null : severity })}
          >
            <SeverityMark severity={severity} word={text(`severity.${severity}`)} />
            <span className="strong">{findings.filter((finding) => finding.severity === severity).length}</span>
          </button>
        ))}
      </div>
      <div className="readiness-filter" role="group" aria-label={text('readiness.byKind')}>
        <button
          type="button"
          className="readiness-count"
          aria-pressed={wish.kind === null}
          data-testid="readiness-all"
          onClick={() => onWish(EVERYTHING)}
        >
          {text('readiness.all')} <span className="strong">{findings.length}</span>
        </button>
        {READINESS_KINDS.map((kind) => {
          const own = findings.filter((finding) => finding.kind === kind)
          const worst = SEVERITIES.find((severity) => own.some((finding) => finding.severity === severity))
          return (
            <button
              key={kind}
              type="button"
              className={own.length === 0 ? 'readiness-count dim' : 'readiness-count'}
              aria-pressed={wish.kind === kind}
              data-testid={`readiness-kind-${kind}`}
              onClick={() => onWish({ ...wish, kind: wish.kind === kind ? null : kind })}
            >
              {worst === undefined ? null : <SeverityMark severity={worst} word="" />}
              {text(`readiness.kind.${kind}`)} <span className="strong">{own.length}</span>
            </button>
          )
        })}
      </div>
    </div>
  )
}
