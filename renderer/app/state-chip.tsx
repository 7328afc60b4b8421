import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { BoardState } from '#shared/domain/command/board.ts'
import { useText } from '../text/text.ts'
import { Chip } from '../ui/marks.tsx'
import { useConsole, useQuery } from './console-context.tsx'
import { useView } from './view-store.ts'

type Tone = 'plain' | 'warn' | 'danger' | 'good' | 'own'

/** Tone of states; colour never says it alone, a sign and the word stand beside it. */
const TONES: Readonly<Partial<Record<BoardState, Tone>>> = {
  ...{ distress: 'danger', lostContact: 'danger', withdrawing: 'danger', broken: 'warn', declined: 'danger' },
  ...{ recalled: 'warn', enRoute: 'own', onTheWay: 'own', loading: 'own', onScene: 'good', working: 'good' },
  ...{ short: 'warn', turnedBack: 'warn', full: 'warn', unreachable: 'danger', refused: 'warn', moving: 'own' },
  ...{ received: 'good', open: 'good', moved: 'good', indoors: 'good', ready: 'good', receiving: 'good' },
  ...{ refusing: 'danger', flooded: 'danger', blocked: 'danger', reported: 'danger', found: 'warn' },
  ...{ broughtOut: 'own', handedOver: 'good' },
}
const SIGNS: Readonly<Record<Tone, string>> = { plain: '·', own: '▶', good: '●', warn: '▲', danger: '✚' }

/** State of a row of the board as sign and word. A stale one is grey, but a call for help stays what it is. */
export function StateChip(props: { state: BoardState; isStale: boolean; words?: string; testId?: string }): ReactNode {
  const text = useText()
  const { state, isStale, testId, words = '' } = props
  const tone = TONES[state] ?? 'plain'
  const isGrey = isStale && tone !== 'danger'
  return (
    <Chip tone={isGrey ? 'plain' : tone} {...(testId === undefined ? {} : { testId })}>
      <span className={isGrey ? 'dim' : ''}>{`${SIGNS[tone]} ${text(`board.state.${state}`)}${words}`}</span>
    </Chip>
  )
}

/** The present state of a team of the chosen incident, as the board has it; nothing before its first order or word. */
export function TeamStateMark(props: { teamId: string }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const incidentId = useView(view, (state) => state.incidentId)
  const board = useQuery(appContract.board.get, incidentId === null ? null : { incidentId, until: null }).value
  const row = board?.teams.find(({ id }) => id === props.teamId)
  if (row === undefined || row.heard === null) return null
  const words = row.isStale ? ` ${text('board.stale')}` : ''
  return <StateChip state={row.state} isStale={row.isStale} words={words} testId={`team-state-${row.id}`} />
}
