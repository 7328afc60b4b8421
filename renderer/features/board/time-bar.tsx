import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { BoardMoment } from '#shared/contract/board.contract.ts'
import { useText } from '../../text/text.ts'

/** The way back in time: a slider over the minutes in which something was recorded; the past is marked so that nobody takes it for now. */
export function TimeBar(props: {
  moments: readonly BoardMoment[]
  /** Index of the moment that is shown; null = now. */
  shown: number | null
  onShow: (index: number | null) => void
}): ReactNode {
  const text = useText()
  const { moments, shown } = props
  const moment = shown === null ? null : (moments[shown] ?? null)
  if (moments.length === 0) return null
  return (
    <div className={`board-time ${moment === null ? '' : 'board-past'}`} data-testid="board-time">
      <span className="board-when strong" role="status" data-testid="board-when">
        {moment === null ? text('board.now') : text('board.past', { at: moment.at.slice(11, 16) })}
      </span>
      <Button
        size="small"
        text="◀"
        aria-label={text('board.earlier')}
        title={text('board.earlier')}
        onClick={() => props.onShow(stepOf(shown, moments.length, -1))}
      />
      <input
        type="range"
        className="board-slider"
        min={0}
        max={moments.length}
        value={shown ?? moments.length}
        aria-label={text('board.slider')}
        aria-valuetext={moment === null ? text('board.now') : moment.at.slice(11, 16)}
        data-testid="board-slider"
        onChange={(event) => {
          const index = Number(event.target.value)
          props.onShow(index >= moments.length ? null : index)
        }}
      />
      <Button
        size="small"
        text="▶"
        aria-label={text('board.later')}
        title={text('board.later')}
        onClick={() => props.onShow(stepOf(shown, moments.length, 1))}
      />
      {moment === null ? null : (
        <>
          <Button
            size="small"
            intent="primary"
            text={text('board.toNow')}
            data-testid="board-to-now"
            onClick={() => props.onShow(null)}
          />
          <span className="board-moment" title={moment.text}>
            {text('board.moment', { at: moment.at.slice(11, 16), entries: moment.entries, text: moment.text })}
          </span>
          <span className="strong">{text('board.pastNote')}</span>
        </>
      )}
    </div>
  )
}

/** The moment before or after the shown one; past the last it is now again. */
export function stepOf(shown: number | null, count: number, by: 1 | -1): number | null {
  const next = (shown ?? count) + by
  return next >= count ? null : Math.max(0, next)
}
