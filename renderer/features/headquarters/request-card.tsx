import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { HeadquartersRequest } from '#shared/contract/headquarters.contract.ts'
import type { RequestAnswer } from '#shared/domain/command/request.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { clockText, durationText, secondsSince } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { StateChip, ThreadWords } from './thread-words.tsx'
import { useStep } from '../../ui/use-step.ts'

const CLOSED: ReadonlySet<HeadquartersRequest['state']> = new Set(['refused', 'fulfilled', 'withdrawn'])

/** One request: who wants what by when, what was said, and the next step of this headquarters. */
export function RequestCard(props: {
  incidentId: string
  request: HeadquartersRequest
  planVersion: number | null
}): ReactNode {
  const text = useText()
  const nowS = useNowS()
  const { request } = props
  const { wants } = request
  const lateS = request.dueAt === null || CLOSED.has(request.state) ? null : secondsSince(request.dueAt, nowS)
  const wanted = [
    wants.capability === null ? '' : text(`capability.${wants.capability}`),
    wants.quantity === null ? '' : `× ${wants.quantity}`,
    wants.place,
  ].filter((part) => part !== '')
  return (
    <article className="room-card" data-testid={`request-${request.requestId}`}>
      <header>
        <StateChip state={request.state} />
        <span className="strong">{text(`requestKind.${request.kind}`)}</span>
        <span className="dim">{`${text(`headquarters.${request.from}`)} ${request.officer} ${clockText(request.recordedAt)}`}</span>
        {lateS === null ? null : (
          <span className={lateS > 0 ? 'danger strong' : ''} data-testid="request-clock">
            {lateS > 0
              ? `▲ ${text('together.overdue', { time: durationText(lateS) })}`
              : text('together.left', { at: clockText(request.dueAt), time: durationText(-lateS) })}
          </span>
        )}
      </header>
      <p>
        <span className="strong">{request.text}</span> {wanted.join(' ')}
      </p>
      <ThreadWords words={request.words.map((word) => ({ ...word, name: word.officer }))} standing={request.standing} />
      {request.orderIds.length + request.planVersions.length === 0 ? null : (
        <p className="dim">
          {request.orderIds.length === 0 ? '' : text('together.byOrders', { count: request.orderIds.length })}
          {request.planVersions.map((version) => ` ${text('together.byPlan', { version })}`)}
        </p>
      )}
      <RequestSteps {...props} />
    </article>
  )
}

function RequestSteps(props: {
  incidentId: string
  request: HeadquartersRequest
  planVersion: number | null
}): ReactNode {
  const text = useText()
  const { client, headquarters } = useConsole()
  const step = useStep()
  const [note, setNote] = useState('')
  const { incidentId, request, planVersion } = props
  if (CLOSED.has(request.state)) return null
  const isAsking = request.from === headquarters
  const isAgreed = request.state === 'accepted' || request.state === 'partly'
  const seen = { incidentId, requestId: request.requestId, basis: [...request.basis] }
  const answer = async (given: RequestAnswer): Promise<void> => {
    if (given !== 'accepted' && note.trim() === '') {
      step.setError(text('together.noteMissing'))
      return
    }
    if (await step.take((commandId) => client.headquarters.answerRequest({ ...seen, commandId, answer: given, note })))
      setNote('')
  }
  const fulfil = async (version: number | null): Promise<void> => {
    if (version === null && note.trim() === '') {
      step.setError(text('together.howMissing'))
      return
    }
    const done = await step.take((commandId) =>
      client.headquarters.fulfilRequest({ ...seen, commandId, planVersion: version, note }),
    )
    if (done) setNote('')
  }
  const withdraw = async (): Promise<void> => {
    if (note.trim() === '') {
      step.setError(text('together.missing'))
      return
    }
    await step.take((commandId) => client.headquarters.withdrawRequest({ ...seen, commandId, reason: note }))
  }
  const onEnter = (): void => {
    if (isAsking) void withdraw()
    else if (isAgreed) void fulfil(null)
    else void answer('accepted')
  }
  const button = (words: string, testId: string, intent: 'primary' | 'none' | 'danger', go: () => void): ReactNode => (
    <Button size="small" intent={intent} disabled={step.busy} text={words} data-testid={testId} onClick={go} />
  )
  return (
    <div className="list-tools">
      <input
        className="field-input"
        aria-label={text(isAsking ? 'together.withdrawWhy' : isAgreed ? 'together.how' : 'together.note')}
        placeholder={text(isAsking ? 'together.withdrawWhy' : isAgreed ? 'together.how' : 'together.note')}
        maxLength={300}
        value={note}
        data-testid="request-note"
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.repeat) return
          event.preventDefault()
          onEnter()
        }}
      />
      {isAsking ? button(text('together.withdraw'), 'request-withdraw', 'none', () => void withdraw()) : null}
      {!isAsking && isAgreed ? (
        <>
          {button(text('together.fulfil'), 'request-fulfil', 'primary', () => void fulfil(null))}
          {planVersion === null
            ? null
            : button(
                text('together.fulfilPlan', { version: planVersion }),
                'request-fulfil-plan',
                'none',
                () => void fulfil(planVersion),
              )}
        </>
      ) : null}
      {!isAsking && !isAgreed ? (
        <>
          {button(
            `${text('together.state.accepted')} (Enter)`,
            'request-accept',
            'primary',
            () => void answer('accepted'),
          )}
          {button(text('together.state.partly'), 'request-partly', 'none', () => void answer('partly'))}
          {button(text('together.state.refused'), 'request-refuse', 'danger', () => void answer('refused'))}
        </>
      ) : null}
      {step.error === null ? null : (
        <span className="danger" role="alert">
          {step.error}
        </span>
      )}
    </div>
  )
}
