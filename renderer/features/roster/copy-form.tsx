import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { useText } from '../../text/text.ts'

/** What is copied: a week into those after it, or a month into the next. */
export type CopyWish =
  | { readonly kind: 'week'; readonly from: string }
  | { readonly kind: 'month'; readonly from: string; readonly to: string }

/** Asks how far and whether cells with people are replaced; who and why stand in the bar below the grid. */
export function CopyForm(props: {
  wish: CopyWish
  onCopy: (weeks: number, overwrite: boolean) => void
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { wish } = props
  const [weeks, setWeeks] = useState('4')
  const [overwrite, setOverwrite] = useState(false)
  const count = Math.max(1, Math.min(53, Math.floor(Number(weeks)) || 1))
  return (
    <div
      className="list-tools roster-copy"
      role="group"
      aria-label={text('roster.copy')}
      data-testid="roster-copy-form"
    >
      {wish.kind === 'week' ? (
        <label>
          {text('roster.copyWeekText', { from: wish.from })}{' '}
          <input
            className="field-input roster-number"
            type="number"
            min={1}
            max={53}
            autoFocus
            value={weeks}
            data-testid="roster-copy-weeks"
            onChange={(event) => setWeeks(event.target.value)}
          />{' '}
          {text('roster.weeks')}
        </label>
      ) : (
        <span>{text('roster.copyMonthText', { from: wish.from, to: wish.to })}</span>
      )}
      <label className="record-check">
        <input type="checkbox" checked={overwrite} onChange={(event) => setOverwrite(event.target.checked)} />
        {text('roster.overwrite')}
      </label>
      <Button
        size="small"
        intent="primary"
        text={text('roster.copy')}
        data-testid="roster-copy-go"
        onClick={() => props.onCopy(count, overwrite)}
      />
      <Button size="small" text={text('roster.cancel')} onClick={props.onClose} />
    </div>
  )
}
