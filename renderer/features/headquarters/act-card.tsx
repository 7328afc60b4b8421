import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { DiscretionAct } from '#shared/contract/headquarters.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { clockText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { StateChip, ThreadWords } from './thread-words.tsx'
import { useStep } from '../../ui/use-step.ts'

/** One discretionary act: what changed and why, what was said, and what this headquarters has to say now. */
export function ActCard(props: { incidentId: string; act: DiscretionAct }): ReactNode {
  const text = useText()
  const { headquarters } = useConsole()
  const { act } = props
  const answers =
    headquarters === 'administrative'
      ? act.state === 'waiting' || act.state === 'explained' || act.state === 'contested'
      : act.state === 'objected'
  return (
    <article className="room-card" data-testid={`act-${act.actId}`}>
      <header>
        <StateChip state={act.state === 'waiting' ? 'toRatify' : act.state} />
        <span className="strong">{text(`act.${act.act}`)}</span>
        <span className="dim">{`${act.officer} ${clockText(act.at)}`}</span>
        <span className="dim">
          {act.planVersion === null ? text('together.noPlan') : text('together.departs', { version: act.planVersion })}
        </span>
      </header>
      <p>
        {act.from === '' ? null : (
          <>
            <s>{act.from}</s>
            {' → '}
          </>
        )}
        <span className="strong">{act.to}</span>
      </p>
      <p>
        {text('together.trigger')}：{act.trigger}；{text('together.reason')}：{act.reason}
      </p>
      <ThreadWords words={act.words.map((word) => ({ ...word, name: word.officer }))} standing={act.standing} />
      {answers ? <AnswerAct incidentId={props.incidentId} act={act} /> : null}
    </article>
  )
}

function AnswerAct(props: { incidentId: string; act: DiscretionAct }): ReactNode {
  const text = useText()
  const { client, headquarters } = useConsole()
  const step = useStep()
  const [note, setNote] = useState('')
  const { act, incidentId } = props
  const seen = { incidentId, actId: act.actId, basis: [...act.basis] }
  const say = async (answer: 'ratified' | 'objected' | 'explained'): Promise<void> => {
    if (answer !== 'ratified' && note.trim() === '') {
      step.setError(text(answer === 'objected' ? 'together.objectionMissing' : 'together.missing'))
      return
    }
    const done = await step.take((commandId) =>
      answer === 'explained'
        ? client.headquarters.explainAct({ ...seen, commandId, text: note })
        : client.headquarters.answerAct({ ...seen, commandId, answer, note }),
    )
    if (done) setNote('')
  }
  return (
    <div className="list-tools">
      <input
        className="field-input"
        aria-label={text(headquarters === 'tactical' ? 'together.explanation' : 'together.note')}
        placeholder={text(headquarters === 'tactical' ? 'together.explanation' : 'together.note')}
        maxLength={300}
        value={note}
        data-testid="answer-note"
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.repeat) return
          event.preventDefault()
          void say(headquarters === 'tactical' ? 'explained' : event.shiftKey ? 'objected' : 'ratified')
        }}
      />
      {headquarters === 'tactical' ? (
        <Button
          size="small"
          intent="primary"
          disabled={step.busy}
          text={`${text('together.explain')} (Enter)`}
          data-testid="act-explain"
          onClick={() => void say('explained')}
        />
      ) : (
        <>
          <Button
            size="small"
            intent="primary"
            disabled={step.busy}
            text={`${text('together.ratify')} (Enter)`}
            data-testid="act-ratify"
            onClick={() => void say('ratified')}
          />
          <Button
            size="small"
            intent="danger"
            disabled={step.busy}
            text={`${text('together.object')} (Shift+Enter)`}
            data-testid="act-object"
            onClick={() => void say('objected')}
          />
        </>
      )}
      {step.error === null ? null : (
        <span className="danger" role="alert">
          {step.error}
        </span>
      )}
    </div>
  )
}
