import type { ReactNode } from 'react'
import { clockText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { Chip } from '../../ui/marks.tsx'

export type WordKind =
  'ratified' | 'objected' | 'explained' | 'accepted' | 'partly' | 'refused' | 'fulfilled' | 'withdrawn' | 'declined'
export type ThreadState = WordKind | 'waiting' | 'toRatify' | 'offered' | 'contested'

/** Tone and sign of a state: never colour alone. */
const TONES: Readonly<Record<ThreadState, { tone: 'plain' | 'warn' | 'danger' | 'good'; sign: string }>> = {
  waiting: { tone: 'warn', sign: '…' },
  toRatify: { tone: 'warn', sign: '…' },
  offered: { tone: 'warn', sign: '…' },
  explained: { tone: 'warn', sign: '←' },
  objected: { tone: 'danger', sign: '?' },
  contested: { tone: 'danger', sign: '≠' },
  ratified: { tone: 'good', sign: '✓' },
  accepted: { tone: 'good', sign: '✓' },
  fulfilled: { tone: 'good', sign: '●' },
  partly: { tone: 'warn', sign: '△' },
  refused: { tone: 'danger', sign: '×' },
  declined: { tone: 'danger', sign: '×' },
  withdrawn: { tone: 'plain', sign: '–' },
}

/** Where something between the headquarters stands. */
export function StateChip(props: { state: ThreadState }): ReactNode {
  const text = useText()
  const { tone, sign } = TONES[props.state]
  return (
    <Chip tone={tone} testId={`state-${props.state}`}>
      {`${sign} ${text(`together.state.${props.state}`)}`}
    </Chip>
  )
}

/** All that was said, the oldest first; what was said apart and is not settled is marked. */
export function ThreadWords(props: {
  words: readonly {
    readonly opId: string
    readonly kind: WordKind
    readonly text: string
    readonly name: string
    readonly saidAt: string
  }[]
  standing: readonly { readonly opId: string }[]
}): ReactNode {
  const text = useText()
  const apart = props.standing.length > 1 ? new Set(props.standing.map(({ opId }) => opId)) : new Set<string>()
  if (props.words.length === 0) return null
  return (
    <ul className="reasons">
      {props.words.map(({ opId, kind, text: words, name, saidAt }) => (
        <li key={opId}>
          <span className="strong">{text(`together.state.${kind}`)}</span> {words}{' '}
          <span className="dim">{`${name} ${clockText(saidAt)}`}</span>
          {apart.has(opId) ? <span className="danger"> {text('together.apart')}</span> : null}
        </li>
      ))}
    </ul>
  )
}
