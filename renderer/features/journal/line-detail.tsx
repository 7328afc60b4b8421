import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { JournalLine } from '#shared/contract/journal.contract.ts'
import { useText } from '../../text/text.ts'

/** One entry in full: who, when, its place in the chain of its seat, its hash, and what belongs to it. */
export function LineDetail(props: { line: JournalLine; author: string; onCorrect: () => void }): ReactNode {
  const text = useText()
  const { line } = props
  return (
    <div className="journal-detail" data-testid="journal-detail">
      <p className="strong">{line.text}</p>
      <p className="dim">
        {[
          `${line.at.slice(0, 19).replace('T', ' ')} ${props.author}`,
          text('journal.chain', { seat: line.seat, seq: line.seq }),
          `${text('journal.hash')} ${line.hash.slice(0, 16)}…`,
          ...(line.corrects === null ? [] : [text('journal.corrects', { place: line.corrects })]),
        ].join('　')}
      </p>
      <Button size="small" onClick={props.onCorrect} text={text('journal.correct')} data-testid="journal-correct" />
    </div>
  )
}
