import { Button } from '@blueprintjs/core'
import { useRef, type ReactNode } from 'react'
import type { Board } from '#shared/domain/command/board.ts'
import { usePageKey } from '../../app/use-page-key.ts'
import { useText } from '../../text/text.ts'
import { isTyping } from '../../app/is-typing.ts'
import { countBoard, TEAM_SORTS, type TeamSort } from './team-order.ts'

const COUNTS = ['urgent', 'stale', 'onScene', 'onTheWay', 'waiting', 'notOut', 'released'] as const

/** Counts, filter and sort of the board. */
export function BoardBar(props: {
  board: Board
  find: string
  sort: TeamSort
  onlyMarked: boolean
  onFind: (find: string) => void
  onSort: (sort: TeamSort) => void
  onOnlyMarked: (only: boolean) => void
}): ReactNode {
  const text = useText()
  const counts = countBoard(props.board)
  const findBox = useRef<HTMLInputElement>(null)
  usePageKey((event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return false
    const key = event.key.toLowerCase()
    if (key === '/') findBox.current?.focus()
    else if (key === 's') props.onSort(nextSort(props.sort))
    else if (key === 'x') props.onOnlyMarked(!props.onlyMarked)
    else return false
    return true
  })
  return (
    <div className="board-bar">
      {COUNTS.map((count) => (
        <span key={count} className={toneOf(count, counts[count])} data-testid={`board-count-${count}`}>
          {text(`board.count.${count}`, { n: counts[count] })}
        </span>
      ))}
      <input
        ref={findBox}
        className="field-input library-search"
        type="search"
        aria-label={text('board.find')}
        placeholder={text('board.find')}
        value={props.find}
        data-testid="board-find"
        onChange={(event) => props.onFind(event.target.value)}
      />
      <Button
        size="small"
        text={text('board.sort', { by: text(`board.sorts.${props.sort}`) })}
        data-testid="board-sort"
        onClick={() => props.onSort(nextSort(props.sort))}
      />
      <Button
        size="small"
        active={props.onlyMarked}
        aria-pressed={props.onlyMarked}
        text={text('board.onlyMarked')}
        data-testid="board-only-marked"
        onClick={() => props.onOnlyMarked(!props.onlyMarked)}
      />
    </div>
  )
}

/** The sort after this one. */
function nextSort(sort: TeamSort): TeamSort {
  return TEAM_SORTS[(TEAM_SORTS.indexOf(sort) + 1) % TEAM_SORTS.length] ?? 'usual'
}

function toneOf(count: (typeof COUNTS)[number], n: number): string {
  if (n === 0) return 'dim'
  if (count === 'urgent') return 'danger strong'
  return count === 'stale' ? 'warn strong' : 'strong'
}
