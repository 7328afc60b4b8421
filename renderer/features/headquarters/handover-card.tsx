import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { Handover } from '#shared/contract/handover.contract.ts'
import { HANDOVER_WAYS } from '#shared/domain/command/handover.ts'
import { useConsole } from '../../app/console-context.tsx'
import { clockText } from '../../text/time-text.ts'
import { useText, type Text } from '../../text/text.ts'
import { useStep } from '../../ui/use-step.ts'
import { SummaryView } from './summary-view.tsx'
import { StateChip, ThreadWords } from './thread-words.tsx'

/** One handover: both names, the summary they sign, and the word this side still has to give. */
export function HandoverCard(props: {
  incidentId: string
  handover: Handover
  /** True: the summary lies open to be read before signing. */
  isOpen: boolean
}): ReactNode {
  const text = useText()
  const { headquarters } = useConsole()
  const { handover } = props
  const { outgoing, incoming, state } = handover
  const isOpen = state === 'offered' || state === 'contested'
  const accepts = incoming.hq === headquarters || (incoming.hq === null && outgoing.hq === headquarters)
  const withdraws = outgoing.hq === headquarters || (outgoing.hq === null && incoming.hq === headquarters)
  return (
    <article className="room-card" data-testid={`handover-${handover.handoverId}`}>
      <header>
        <StateChip state={state} />
        <span className="strong">{text(`handover.matter.${handover.matter}`)}</span>
        <span>{`${sideWords(outgoing, text)} → ${sideWords(incoming, text)}`}</span>
        <span className="dim">{`${clockText(handover.recordedAt)} ${text(`handover.way.${handover.via}`)}`}</span>
      </header>
      {handover.note === '' ? null : <p>{handover.note}</p>}
      <ThreadWords words={handover.words} standing={handover.standing} />
      <details open={props.isOpen}>
        <summary>{text('handover.summary')}</summary>
        {handover.summary === null ? (
          <p className="warn">{text('handover.summaryElsewhere')}</p>
        ) : (
          <SummaryView summary={handover.summary} />
        )}
      </details>
      {isOpen && (accepts || withdraws) ? <HandoverSteps {...props} accepts={accepts} withdraws={withdraws} /> : null}
    </article>
  )
}

function HandoverSteps(props: {
  incidentId: string
  handover: Handover
  accepts: boolean
  withdraws: boolean
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const step = useStep()
  const { handover } = props
  const isOutside = handover.incoming.hq === null
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const [via, setVia] = useState<Handover['via']>(isOutside ? 'phone' : 'console')
  const seen = {
    incidentId: handover.matter === 'shift' ? null : props.incidentId,
    handoverId: handover.handoverId,
    basis: [...handover.basis],
  }
  const say = async (answer: 'accepted' | 'declined'): Promise<void> => {
    if (name.trim() === '' || (answer === 'declined' && note.trim() === '')) {
      step.setError(text(name.trim() === '' ? 'handover.signMissing' : 'together.missing'))
      return
    }
    const { summaryHash } = handover
    await step.take((commandId) => client.handover.answer({ ...seen, commandId, answer, name, via, note, summaryHash }))
  }
  const withdraw = async (): Promise<void> => {
    if (note.trim() === '') {
      step.setError(text('together.missing'))
      return
    }
    await step.take((commandId) => client.handover.withdraw({ ...seen, commandId, reason: note }))
  }
  return (
    <div className="list-tools">
      {props.accepts ? (
        <input
          className="field-input handover-name"
          aria-label={text('handover.sign', { name: handover.incoming.name })}
          placeholder={text('handover.sign', { name: handover.incoming.name })}
          maxLength={40}
          value={name}
          data-testid="handover-name"
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.repeat) void say('accepted')
          }}
        />
      ) : null}
      {props.accepts && isOutside ? (
        <select
          className="field-input handover-name"
          aria-label={text('handover.via')}
          value={via}
          onChange={(event) => setVia(HANDOVER_WAYS.find((way) => way === event.target.value) ?? 'phone')}
        >
          {HANDOVER_WAYS.filter((way) => way !== 'console').map((way) => (
            <option key={way} value={way}>
              {text(`handover.way.${way}`)}
            </option>
          ))}
        </select>
      ) : null}
      <input
        className="field-input"
        aria-label={text('together.note')}
        placeholder={text('together.note')}
        maxLength={300}
        value={note}
        data-testid="handover-note"
        onChange={(event) => setNote(event.target.value)}
      />
      {props.accepts ? (
        <>
          <Button
            size="small"
            intent="primary"
            disabled={step.busy}
            text={`${text('handover.accept')} (Enter)`}
            data-testid="handover-accept"
            onClick={() => void say('accepted')}
          />
          <Button
            size="small"
            intent="danger"
            disabled={step.busy}
            text={text('handover.decline')}
            data-testid="handover-decline"
            onClick={() => void say('declined')}
          />
        </>
      ) : null}
      {props.withdraws ? (
        <Button
          size="small"
          disabled={step.busy}
          text={text('handover.withdraw')}
          data-testid="handover-withdraw"
          onClick={() => void withdraw()}
        />
      ) : null}
      {step.error === null ? null : (
        <span className="danger" role="alert">
          {step.error}
        </span>
      )}
    </div>
  )
}

function sideWords({ name, unit, hq }: Handover['outgoing'], text: Text): string {
  const place = unit !== '' ? unit : hq === null ? '' : text(`headquarters.${hq}`)
  return place === '' ? name : `${name}（${place}）`
}
