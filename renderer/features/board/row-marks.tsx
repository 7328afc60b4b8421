import type { ReactNode } from 'react'
import type { Against, TeamRow } from '#shared/domain/command/board.ts'
import { StateChip } from '../../app/state-chip.tsx'
import { useText, type Text } from '../../text/text.ts'
import { clockText, durationText } from '../../text/time-text.ts'
import { ageText } from './age-text.ts'

/** The parts of a row that marks are drawn from. */
export type MarkedRow = Pick<
  TeamRow,
  'state' | 'since' | 'heard' | 'ageS' | 'staleAfterS' | 'isStale' | 'against' | 'note'
>

/** State of a row and since when. */
export function StateCell(props: { row: MarkedRow }): ReactNode {
  const text = useText()
  const { state, isStale, since } = props.row
  return (
    <>
      <StateChip state={state} isStale={isStale} />
      {since === null ? null : (
        <span className="board-line dim">{text('board.since', { at: since.at.slice(11, 16) })}</span>
      )}
    </>
  )
}

/** How old the newest word is, who said it and how. */
export function SaidCell(props: { row: MarkedRow }): ReactNode {
  const text = useText()
  const { heard, ageS, staleAfterS, isStale } = props.row
  if (heard === null || ageS === null) return <span className="dim">{text('board.silent')}</span>
  const limit = staleAfterS === null ? '' : text('board.staleNote', { limit: ageText(staleAfterS, text) })
  return (
    <>
      <span className={`board-line ${isStale ? 'dim' : ''}`} title={isStale ? limit : ''}>
        {isStale ? <span className="board-stale strong">{text('board.stale')}</span> : null}{' '}
        <span className="strong">{text('board.ago', { age: ageText(ageS, text) })}</span>
      </span>
      <span className="board-line dim" title={props.row.note}>
        {`${heard.at.slice(11, 16)} ${heard.saidBy} ${text(`board.via.${heard.via}`)}`}
      </span>
    </>
  )
}

/** Expected or said arrival, and how far from the plan. */
export function ArrivalCell(props: { arrival: TeamRow['arrival']; isGone: boolean }): ReactNode {
  const text = useText()
  const { basis, expectedAt, plannedAt, lateS, unheardS } = props.arrival
  if (props.isGone && basis !== 'arrived') return <span className="dim">—</span>
  return (
    <>
      <span
        className="board-line"
        title={plannedAt === null ? '' : text('board.basis.plan', { at: clockText(plannedAt) })}
      >
        {text(`board.basis.${basis}`, { at: clockText(expectedAt) })}
      </span>
      {unheardS >= 60 ? (
        <span className="board-line danger strong">
          {text('board.unheard', { minutes: Math.floor(unheardS / 60) })}
        </span>
      ) : lateS === null ? null : (
        <span className={`board-line ${lateS >= 60 ? 'warn strong' : 'dim'}`}>{lateText(lateS, text)}</span>
      )}
    </>
  )
}

function lateText(lateS: number, text: Text): string {
  const minutes = Math.floor(Math.abs(lateS) / 60)
  if (minutes === 0) return text('board.onTime')
  return text(lateS < 0 ? 'board.early' : 'board.late', { minutes })
}

/** Time out, relief due, air and crew. */
export function CrewCell(props: { row: TeamRow }): ReactNode {
  const text = useText()
  const { outForS, relief, reliefDueAt, airLeftMin, isAirLow, crew } = props.row
  if (outForS === null) return <span className="dim">—</span>
  return (
    <>
      <span className="board-line">
        {text('board.out', { time: outText(outForS) })}
        {crew === null ? '' : ` ${text('board.crewOf', { n: crew })}`}
      </span>
      {airLeftMin === null ? null : (
        <span className={`board-line ${isAirLow ? 'danger strong' : ''}`}>
          {airLeftMin <= 0
            ? text('board.airOut')
            : text(isAirLow ? 'board.airLow' : 'board.air', { minutes: airLeftMin })}
        </span>
      )}
      {relief === 'none' || (relief === 'later' && airLeftMin !== null) ? null : (
        <span className={`board-line ${relief === 'due' ? 'danger strong' : relief === 'soon' ? 'warn' : 'dim'}`}>
          {text(`board.relief.${relief}`, { at: clockText(reliefDueAt) })}
        </span>
      )}
    </>
  )
}

/** Hours and minutes out: `1:28`, `0:48`. */
function outText(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes >= 6000
    ? durationText(seconds)
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** What does not go with the word that stands, each in one line. */
export function AgainstLines(props: { against: readonly Against[] }): ReactNode {
  const text = useText()
  return props.against.map((one) => (
    <span key={`${one.code} ${one.at} ${one.orderNumber}`} className="board-line warn">
      {`▲ ${text(`board.against.${one.code}`, {
        state: one.state === null ? '' : text(`board.state.${one.state}`),
        at: one.at.slice(11, 16),
        by: one.saidBy,
        order: one.orderNumber,
      })}`}
    </span>
  ))
}
