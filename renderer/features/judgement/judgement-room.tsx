import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { Consultation } from '#shared/contract/consultation.contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { clockText, durationText, secondsSince } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { Chip } from '../../ui/marks.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { ConsultationForm } from './consultation-form.tsx'

/** 综合研判: consultations of the chosen incident, what was judged and decided, and when the next is due. */
export function JudgementRoom(props: { incidentId: string | null }): ReactNode {
  const text = useText()
  if (props.incidentId === null) return <Waiting words={text('support.needIncident')} />
  return <Room incidentId={props.incidentId} key={props.incidentId} />
}

function Room(props: { incidentId: string }): ReactNode {
  const text = useText()
  const { incidentId } = props
  const { value, error } = useQuery(appContract.consultation.list, { incidentId })
  const [corrected, setCorrected] = useState<Consultation | null>(null)
  if (value === null) return <Unloaded of={appContract.consultation.list} input={{ incidentId }} error={error} />
  const { consultations, experts, nextAt } = value
  return (
    <div className="room-columns" data-testid="judgement-room">
      <Panel
        title={text(corrected === null ? 'consultation.title' : 'consultation.correcting')}
        side={corrected === null ? undefined : <Cancel onCancel={() => setCorrected(null)} />}
      >
        <div className="scroll fill">
          <ConsultationForm
            key={corrected?.consultationId ?? 'new'}
            incidentId={incidentId}
            experts={experts}
            corrected={corrected}
            onDone={() => setCorrected(null)}
          />
        </div>
      </Panel>
      <Panel title={text('consultation.list')} count={consultations.length} side={<NextTime nextAt={nextAt} />}>
        <div className="scroll fill">
          {consultations.length === 0 ? <p className="panel-note">{text('consultation.none')}</p> : null}
          {consultations.toReversed().map((one) => (
            <ConsultationCard key={one.consultationId} consultation={one} onCorrect={() => setCorrected(one)} />
          ))}
        </div>
      </Panel>
    </div>
  )
}

function Cancel(props: { onCancel: () => void }): ReactNode {
  const text = useText()
  return <Button size="small" variant="minimal" text={text('duty.cancel')} onClick={props.onCancel} />
}

function NextTime(props: { nextAt: string | null }): ReactNode {
  const text = useText()
  const nowS = useNowS()
  if (props.nextAt === null) return text('consultation.noNext')
  const lateS = secondsSince(props.nextAt, nowS) ?? 0
  return (
    <span className={lateS > 0 ? 'danger strong' : ''} data-testid="next-consultation">
      {lateS > 0
        ? `▲ ${text('consultation.nextLate', { at: clockText(props.nextAt), time: durationText(lateS) })}`
        : text('consultation.next', { at: clockText(props.nextAt), time: durationText(-lateS) })}
    </span>
  )
}

function ConsultationCard(props: { consultation: Consultation; onCorrect: () => void }): ReactNode {
  const text = useText()
  const { kind, at, hq, participants, judgement, dissent, decision, decidedBy, recorder, correctedBy, corrects } =
    props.consultation
  const isCorrected = correctedBy.length > 0
  return (
    <article className={`room-card ${isCorrected ? 'dim' : ''}`} data-testid="consultation-card">
      <header>
        <span className="strong">{text(`consultationKind.${kind}`)}</span>
        <span>{clockText(at)}</span>
        <span className="dim">{`${text(`headquarters.${hq}`)} ${recorder}`}</span>
        {isCorrected ? <Chip tone="warn">{text('consultation.corrected')}</Chip> : null}
        {corrects === null ? null : <Chip>{text('consultation.correction')}</Chip>}
        {isCorrected ? null : (
          <Button size="small" variant="minimal" text={text('consultation.correctIt')} onClick={props.onCorrect} />
        )}
      </header>
      <p className="dim">
        {participants.map(({ name, unit }) => (unit === '' ? name : `${name}（${unit}）`)).join('、')}
      </p>
      <p>
        {text('consultation.judgement')}：<span className="strong">{judgement}</span>
      </p>
      {dissent === '' ? null : (
        <p className="warn">
          {text('consultation.dissent')}：{dissent}
        </p>
      )}
      {decision === '' ? null : (
        <p>
          {text('consultation.decision')}：{decision} <span className="dim">{decidedBy}</span>
        </p>
      )}
    </article>
  )
}
