import { useState, type ReactNode } from 'react'
import { REQUEST_KINDS, type RequestKind } from '#shared/domain/command/request.ts'
import { CAPABILITIES, type Capability } from '#shared/domain/taxonomy.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { CHINA_OFFSET_MIN } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { ChoiceField, TextField } from '../../ui/field.tsx'
import { FormFrame } from '../../ui/form-frame.tsx'
import { useStep } from '../../ui/use-step.ts'

const ANY = ''
const EMPTY = { text: '', quantity: '', place: '', minutes: '' } as const

/** One headquarters asks the other for something it cannot decide itself. */
export function RequestForm(props: { incidentId: string }): ReactNode {
  const text = useText()
  const nowS = useNowS()
  const { client } = useConsole()
  const step = useStep()
  const [kind, setKind] = useState<RequestKind>('forces')
  const [capability, setCapability] = useState<Capability | typeof ANY>(ANY)
  const [words, setWords] = useState<Readonly<Record<keyof typeof EMPTY, string>>>(EMPTY)
  const [asked, setAsked] = useState(false)
  const number = (entry: string): number | null => (/^[1-9]\d{0,5}$/.test(entry.trim()) ? Number(entry) : null)
  const badNumber = (entry: string): string | null =>
    entry.trim() === '' || number(entry) !== null ? null : text('together.badNumber')

  const send = async (): Promise<void> => {
    setAsked(true)
    if (words.text.trim() === '' || badNumber(words.quantity) !== null || badNumber(words.minutes) !== null) return
    const minutes = number(words.minutes)
    const done = await step.take((commandId) =>
      client.headquarters.request({
        ...{ commandId, kind, incidentId: props.incidentId, text: words.text },
        wants: {
          capability: kind === 'forces' && capability !== ANY ? capability : null,
          quantity: number(words.quantity),
          place: words.place.trim(),
        },
        dueAt: minutes === null ? null : formatInstant(nowS + minutes * 60, CHINA_OFFSET_MIN),
      }),
    )
    if (!done) return
    setWords(EMPTY)
    setCapability(ANY)
    setAsked(false)
  }
  const field = (key: keyof typeof EMPTY, span: number, error: string | null): ReactNode => (
    <TextField
      id={`request-${key}`}
      label={text(`together.request.${key}`)}
      span={span}
      value={words[key]}
      error={error}
      testId={`request-${key}`}
      onChange={(value) => setWords({ ...words, [key]: value })}
    />
  )
  return (
    <FormFrame
      label={text('together.requestTitle')}
      testId="request-form"
      step={step}
      words={text('together.sendRequest')}
      onSubmit={() => void send()}
    >
      <ChoiceField
        id="request-kind"
        label={text('together.request.kind')}
        span={4}
        value={kind}
        options={REQUEST_KINDS.map((key) => ({ key, label: text(`requestKind.${key}`) }))}
        testId="request-kind"
        onChange={setKind}
      />
      {kind === 'forces' ? (
        <ChoiceField
          id="request-capability"
          label={text('together.request.capability')}
          span={4}
          value={capability}
          options={[
            { key: ANY, label: text('together.request.any') },
            ...CAPABILITIES.map((key) => ({ key, label: text(`capability.${key}`) })),
          ]}
          testId="request-capability"
          onChange={setCapability}
        />
      ) : null}
      {field('quantity', 2, badNumber(words.quantity))}
      {field('minutes', 2, badNumber(words.minutes))}
      {field('text', 8, asked && words.text.trim() === '' ? text('together.missing') : null)}
      {field('place', 4, null)}
    </FormFrame>
  )
}
