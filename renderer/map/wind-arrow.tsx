import type { ReactNode } from 'react'
import { useText } from '../text/text.ts'

/** Arrow that flies with the wind, with direction and speed in words; says so when the wind is unknown. */
export function WindArrow(props: { fromDeg: number | null; speedMs: number | null }): ReactNode {
  const text = useText()
  const speed = props.speedMs === null ? text('map.speedUnknown') : text('map.speed', { ms: props.speedMs })
  return (
    <div className="map-wind" data-testid="map-wind">
      {props.fromDeg === null ? (
        <span className="warn">{text('map.windUnknown')}</span>
      ) : (
        <>
          <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
            <g transform={`rotate(${props.fromDeg + 180} 17 17)`}>
              <path d="M17 2 L25 15 L19.5 15 L19.5 32 L14.5 32 L14.5 15 L9 15 Z" fill="currentColor" />
            </g>
          </svg>
          <span>{text('map.wind', { deg: Math.round(props.fromDeg), speed })}</span>
        </>
      )}
    </div>
  )
}
