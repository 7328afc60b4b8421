import { useState, type ReactNode } from 'react'
import type { Consultation } from '#shared/contract/consultation.contract.ts'
import { CONSULTATION_KINDS, type ConsultationKind, type Participant } from '#shared/domain/command/consultation.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { CHINA_OFFSET_MIN } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { ChoiceField, LinesField, TextField } from '../../ui/field.tsx'
import { FormFrame } from '../../ui/form-frame.tsx'
import { useStep } from '../../ui/use-step.ts'

const EMPTY = { others: '', judgement: '', dissent: '', decision: '', decidedBy: '', minutes: '' } as const
type Words = Readonly<Record<keyof typeof EMPTY, string>>

/** Somebody the plan names, to be ticked. */
export interface Expert extends Participant {
  readonly specialty: string
  readonly phone: string
}

/** Records a consultation, or a correction of an earlier one, which stays as it is. */
export function ConsultationForm(props: {
  incidentId: string
  experts: readonly Expert[]
  corrected: Consultation | null
  onDone: () => void
}): ReactNode {
  const text = useText()
  const nowS = useNowS()
  const { client } = useConsole()
  const step = useStep()
  const { corrected, experts } = props
  const [kind, setKind] = useState<ConsultationKind>(corrected?.kind ?? 'situation')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    new Set(corrected?.participants.flatMap(({ personId }) => personId ?? [])),
  )
  const [words, setWords] = useState<Words>(corrected === null ? EMPTY : wordsOf(corrected, experts))
  const [asked, setAsked] = useState(false)
  const participants: Participant[] = [
    ...experts
      .filter(({ personId }) => personId !== null && ticked.has(personId))
      .map(({ personId, name, unit }) => ({ personId, name, unit })),
    ...othersOf(words.others),
  ]
  const minutes = /^[1-9]\d{0,3}$/.test(words.minutes.trim()) ? Number(words.minutes) : null
  const badMinutes = words.minutes.trim() !== '' && minutes === null

  const send = async (): Promise<void> => {
    setAsked(true)
    if (participants.length === 0 || words.judgement.trim() === '' || badMinutes) return
    const { judgement, dissent, decision, decidedBy } = words
    const done = await step.take((commandId) =>
      client.consultation.hold({
        ...{ commandId, kind, participants, judgement, dissent, decision, decidedBy },
        incidentId: props.incidentId,
        at: corrected?.at ?? null,
        nextAt: minutes === null ? null : formatInstant(nowS + minutes * 60, CHINA_OFFSET_MIN),
        corrects: corrected?.consultationId ?? null,
      }),
    )
    if (!done) return
    setWords(EMPTY)
    setTicked(new Set())
    setAsked(false)
    props.onDone()
  }
  const lines = (key: 'judgement' | 'dissent' | 'decision', isRequired: boolean): ReactNode => (
    <LinesField
      id={`consultation-${key}`}
      label={text(`consultation.${key}`)}
      span={12}
      value={words[key]}
      error={isRequired && asked && words[key].trim() === '' ? text('together.missing') : null}
      onChange={(value) => setWords({ ...words, [key]: value })}
    />
  )
  return (
    <FormFrame
      label={text('consultation.title')}
      testId="consultation-form"
      step={step}
      words={text(corrected === null ? 'consultation.record' : 'consultation.correct')}
      note={text('consultation.kept')}
      onSubmit={() => void send()}
    >
      <ChoiceField
        id="consultation-kind"
        label={text('consultation.kind')}
        span={4}
        value={kind}
        options={CONSULTATION_KINDS.map((key) => ({ key, label: text(`consultationKind.${key}`) }))}
        testId="consultation-kind"
        onChange={setKind}
      />
      <TextField
        id="consultation-others"
        label={text('consultation.others')}
        span={8}
        value={words.others}
        placeholder={text('consultation.othersHint')}
        error={asked && participants.length === 0 ? text('consultation.nobody') : null}
        testId="consultation-others"
        onChange={(others) => setWords({ ...words, others })}
      />
      <fieldset className="consultation-experts">
        <legend className="dim">{text('consultation.experts', { count: experts.length })}</legend>
        {experts.map(({ personId, name, unit, specialty, phone }) =>
          personId === null ? null : (
            <label key={personId} title={phone}>
              <input
                type="checkbox"
                checked={ticked.has(personId)}
                data-testid={`expert-${personId}`}
                onChange={({ target }) =>
                  setTicked(
                    target.checked
                      ? new Set([...ticked, personId])
                      : new Set([...ticked].filter((id) => id !== personId)),
                  )
                }
              />
              {` ${name} `}
              <span className="dim">{[specialty, unit].filter((part) => part !== '').join('，')}</span>
            </label>
          ),
        )}
      </fieldset>
      {lines('judgement', true)}
      {lines('dissent', false)}
      {lines('decision', false)}
      <TextField
        id="consultation-decidedBy"
        label={text('consultation.decidedBy')}
        span={6}
        value={words.decidedBy}
        error={null}
        testId="consultation-decidedBy"
        onChange={(decidedBy) => setWords({ ...words, decidedBy })}
      />
      <TextField
        id="consultation-minutes"
        label={text('consultation.minutes')}
        span={6}
        value={words.minutes}
        error={badMinutes ? text('together.badNumber') : null}
        testId="consultation-minutes"
        onChange={(value) => setWords({ ...words, minutes: value })}
      />
    </FormFrame>
  )
}

/** Names as typed: `陈工/化工院，王工`. */
function othersOf(entry: string): Participant[] {
  return entry
    .split(/[,，;；、]/)
    .map((part) => part.trim().split(/[/／]/))
    .flatMap(([name = '', unit = '']) =>
      name.trim() === '' ? [] : [{ personId: null, name: name.trim(), unit: unit.trim() }],
    )
}

function wordsOf(
  { participants, judgement, dissent, decision, decidedBy }: Consultation,
  experts: readonly Expert[],
): Words {
  const known = new Set(experts.map(({ personId }) => personId))
  const others = participants
    .filter(({ personId }) => personId === null || !known.has(personId))
    .map(({ name, unit }) => (unit === '' ? name : `${name}/${unit}`))
    .join('，')
  return { others, judgement, dissent, decision, decidedBy, minutes: '' }
}
