import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { RowWord } from '#shared/contract/board.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import type { ChosenRow } from './chosen-row.ts'

/** Every word about one row with those that no longer count; a word that was logged wrongly is taken back here. */
export function WordsPanel(props: {
  incidentId: string
  chosen: ChosenRow
  name: string
  /** False while the past is shown. */
  canTakeBack: boolean
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { incidentId, chosen } = props
  const input = { incidentId, kind: chosen.kind, id: chosen.id }
  const { value, error } = useQuery(appContract.board.words, input)
  return (
    <Panel
      title={text('board.words.title', { name: props.name })}
      className="board-words"
      testId="board-words"
      side={<Button size="small" text={text('board.words.close')} onClick={props.onClose} />}
    >
      {value === null ? (
        <Unloaded of={appContract.board.words} input={input} error={error} />
      ) : (
        <ol className="board-word-list scroll">
          {value.map((word) => (
            <WordLine key={word.opId} word={word} incidentId={incidentId} canTakeBack={props.canTakeBack} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

function WordLine(props: { word: RowWord; incidentId: string; canTakeBack: boolean }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { word } = props
  const [reason, setReason] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const takeBack = (): void => {
    const why = (reason ?? '').trim()
    if (why === '') return
    const command = { commandId: crypto.randomUUID(), incidentId: props.incidentId }
    void client.board.takeBack({ ...command, word: word.opId, reason: why }).then((answer) => {
      if (answer.ok) setReason(null)
      else setError(answer.error.message)
    })
  }
  return (
    <li className={word.counts ? '' : 'dim board-gone'}>
      <span className="strong">{word.at.slice(11, 16)}</span>{' '}
      <span className="dim">{text(`board.words.kind.${word.kind}`)}</span>{' '}
      <span className="board-word-text">{word.text}</span>{' '}
      <span className="dim">
        {text('board.words.recorded', { by: word.recordedBy, at: word.recordedAt.slice(11, 19) })}
        {word.counts ? '' : ` · ${text('board.words.gone')}`}
      </span>{' '}
      {word.kind !== 'said' || !word.counts || !props.canTakeBack ? null : reason === null ? (
        <Button size="small" variant="minimal" text={text('board.words.takeBack')} onClick={() => setReason('')} />
      ) : (
        <>
          <input
            className="field-input board-middle"
            aria-label={text('board.words.reason')}
            placeholder={text('board.words.reason')}
            value={reason}
            autoFocus
            data-testid="board-take-back-reason"
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') takeBack()
            }}
          />
          <Button size="small" intent="danger" text={text('board.words.confirm')} onClick={takeBack} />
        </>
      )}
      {error === null ? null : <span className="danger">{error}</span>}
    </li>
  )
}
