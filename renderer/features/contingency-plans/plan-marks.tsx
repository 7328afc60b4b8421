import type { ReactNode } from 'react'
import type { LibraryVersion } from '#shared/contract/library.contract.ts'
import type { PlanState } from '#shared/domain/plan-library.ts'
import type { EvidenceMark, Headquarters } from '#shared/domain/taxonomy.ts'
import { formulaWords } from '../../text/formula-words.ts'
import { useText } from '../../text/text.ts'
import { Chip, HeadquartersMark } from '../../ui/marks.tsx'

const STATE_TONES = { draft: 'warn', review: 'own', approved: 'good', filed: 'good', superseded: 'plain' } as const

/**
 * State of a version by word and shape: the circle fills from draft to filed. A starter runs without anybody's approval
 * here, and is never shown as approved.
 */
export function StateMark(props: { state: PlanState; starter?: boolean }): ReactNode {
  const text = useText()
  const { state } = props
  const starter = props.starter === true && state === 'approved'
  return (
    <Chip tone={starter ? 'warn' : STATE_TONES[state]} {...(starter ? { title: text('contingency.starter') } : {})}>
      <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
        <circle
          cx="5.5"
          cy="5.5"
          r="4.5"
          fill={state === 'filed' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.4"
          strokeDasharray={starter ? '2 1.5' : undefined}
        />
        {state === 'approved' && !starter ? <circle cx="5.5" cy="5.5" r="2.6" fill="currentColor" /> : null}
        {state === 'review' ? <path d="M5.5 1 A4.5 4.5 0 0 1 5.5 10 Z" fill="currentColor" /> : null}
        {state === 'superseded' ? <path d="M2 9 L9 2" stroke="currentColor" strokeWidth="1.4" /> : null}
      </svg>
      {text(starter ? 'contingency.starterShort' : `contingency.state.${state}`)}
    </Chip>
  )
}

/** State of a version and whether the planner runs it. */
export function VersionMarks(props: { version: LibraryVersion }): ReactNode {
  const text = useText()
  const { running, starter, state } = props.version
  return (
    <span className="version-marks">
      <StateMark state={state} starter={starter} />
      {running ? (
        <Chip tone="own" title={text('contingency.runningHelp')}>
          {text('contingency.running')}
        </Chip>
      ) : null}
    </span>
  )
}

/** Review date; a triangle and a word when its day has passed, a clock when it comes near. */
export function ReviewDate(props: { version: LibraryVersion }): ReactNode {
  const text = useText()
  const { reviewBy, reviewDue } = props.version
  if (reviewDue === 'later') return <span>{reviewBy}</span>
  const passed = reviewDue === 'passed'
  return (
    <span className={passed ? 'danger strong' : 'warn'}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className="inline-mark">
        {passed ? (
          <polygon points="6,0.5 11.8,11.5 0.2,11.5" fill="currentColor" />
        ) : (
          <path d="M6 1 a5 5 0 1 0 0.01 0 M6 3 V6.4 L8.4 7.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
        )}
      </svg>
      {` ${reviewBy} ${text(`contingency.due.${reviewDue}`)}`}
    </span>
  )
}

/** A formula in words with itself below; nothing when there is none. `led` = the words say that it is a condition. */
export function ConditionWords(props: { formula: string | undefined; led?: boolean }): ReactNode {
  const text = useText()
  const { formula } = props
  if (formula === undefined) return null
  return (
    <span className="condition">
      <span>
        {props.led === true ? <span className="dim">{text('formulaWords.onlyIf')}</span> : null}
        {formulaWords(formula, text) ?? text('formulaWords.broken')}
      </span>
      <code>{formula}</code>
    </span>
  )
}

/** Source of a line with its evidence mark. */
export function BasisWords(props: { source: string; evidence: EvidenceMark }): ReactNode {
  const text = useText()
  const weak = props.evidence === 'unverified' || props.evidence === 'design'
  return (
    <span className="basis dim">
      {props.source} <Chip tone={weak ? 'warn' : 'plain'}>{text(`contingencyChoice.evidence.${props.evidence}`)}</Chip>
    </span>
  )
}

/** Square or triangle with the word of a headquarters. */
export function HeadquartersWords(props: { hq: Headquarters }): ReactNode {
  const text = useText()
  return (
    <span className="hq-words">
      <HeadquartersMark headquarters={props.hq} letter={text(`headquartersLetter.${props.hq}`)} size={18} />
      {text(`headquarters.${props.hq}`)}
    </span>
  )
}
