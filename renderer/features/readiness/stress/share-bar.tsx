import type { ReactNode } from 'react'
import type { CountedShare } from '#shared/domain/stress.ts'
import { useText, type Text } from '../../../text/text.ts'

const WIDTH = 96

/** A share as a bar with its 95 % interval as a whisker, and in figures: how many of how many, from and to. */
export function ShareBar(props: { share: CountedShare }): ReactNode {
  const text = useText()
  const { part, of, low, high } = props.share
  const at = (share: number): number => 1 + share * (WIDTH - 2)
  return (
    <span className="share-bar">
      <svg width={WIDTH} height={12} viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true">
        <rect x="0.5" y="1.5" width={WIDTH - 1} height="9" fill="none" stroke="currentColor" strokeOpacity="0.4" />
        {of === 0 ? null : (
          <rect x="1" y="2" width={at(part / of) - 1} height="8" fill="currentColor" fillOpacity="0.45" />
        )}
        {low === null || high === null ? null : (
          <path
            d={`M${at(low)} 2v8M${at(low)} 6H${at(high)}M${at(high)} 2v8`}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
          />
        )}
      </svg>
      <span>{shareText(props.share, text)}</span>
    </span>
  )
}

/** `21/40（37–67%）`: a share never stands without its n; few cases show as a wide interval. */
export function shareText({ part, of, low, high }: CountedShare, text: Text): string {
  if (low === null || high === null) return `${part}/${of}`
  const percent = (share: number): number => Math.round(share * 100)
  return text('readiness.stress.share', { part, of, low: percent(low), high: percent(high) })
}
