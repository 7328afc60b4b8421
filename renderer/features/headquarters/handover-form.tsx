import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { HANDOVER_WAYS, type HandoverSide } from '#shared/domain/command/handover.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { ChoiceField, TextField } from '../../ui/field.tsx'
import { FormFrame } from '../../ui/form-frame.tsx'
import { useStep } from '../../ui/use-step.ts'
import { SummaryView } from './summary-view.tsx'

/** Who hands what to whom: from the scene to here, from here to the other headquarters or upward, or the shift. */
const KINDS = ['shift', 'fromScene', 'toOther', 'upward'] as const
type Kind = (typeof KINDS)[number]

/** Offers a handover; the summary beneath is what both sides will sign. */
export function HandoverForm(props: { incidentId: string }): ReactNode {
  const text = useText()
  const { client, headquarters } = useConsole()
  const step = useStep()
  const [kind, setKind] = useState<Kind>('shift')
  const [name, setName] = useState('')
  const [unit, setUnit] = useState('')
  const [note, setNote] = useState('')
  const [via, setVia] = useState<(typeof HANDOVER_WAYS)[number]>('radio')
  const [asked, setAsked] = useState(false)
  const officers = useQuery(appContract.duty.officers, {}).value
  const own = officers?.own?.officer ?? null
  const other: Headquarters = headquarters === 'tactical' ? 'administrative' : 'tactical'
  const there = officers?.all.find(({ hq }) => hq === other)?.officer ?? ''
  const matter = kind === 'shift' ? 'shift' : 'command'
  const incidentId = matter === 'shift' ? null : props.incidentId
  const preview = useQuery(appContract.handover.preview, { matter, incidentId }).value
  const typed = kind === 'toOther' && name === '' ? there : name.trim()

  const send = async (): Promise<void> => {
    setAsked(true)
    if (own === null) {
      step.setError(text('handover.ownMissing'))
      return
    }
    if (typed === '' || (needsUnit(kind) && unit.trim() === '')) return
    const here: HandoverSide = { name: own, unit: '', hq: headquarters }
    const done = await step.take((commandId) =>
      client.handover.offer({
        ...{ commandId, matter, incidentId, note },
        outgoing: kind === 'fromScene' ? { name: typed, unit, hq: null } : here,
        incoming: kind === 'fromScene' ? here : incomingSide(kind, { name: typed, unit }, { headquarters, other }),
        via: kind === 'fromScene' ? via : 'console',
      }),
    )
    if (!done) return
    setName('')
    setUnit('')
    setNote('')
    setAsked(false)
  }
  const missing = (value: string): string | null => (asked && value.trim() === '' ? text('together.missing') : null)
  return (
    <>
      <FormFrame
        label={text('handover.title')}
        testId="handover-form"
        step={step}
        words={text('handover.offer')}
        note={text('handover.twoSided')}
        onSubmit={() => void send()}
      >
        <ChoiceField
          id="handover-kind"
          label={text('handover.what')}
          span={4}
          value={kind}
          options={KINDS.map((key) => ({ key, label: text(`handover.kind.${key}`) }))}
          testId="handover-kind"
          onChange={setKind}
        />
        <TextField
          id="handover-person"
          label={text(kind === 'fromScene' ? 'handover.from' : 'handover.to')}
          span={4}
          value={name}
          placeholder={kind === 'toOther' ? there : ''}
          error={missing(typed)}
          testId="handover-person"
          onChange={setName}
        />
        {needsUnit(kind) ? (
          <TextField
            id="handover-unit"
            label={text('handover.unit')}
            span={4}
            value={unit}
            error={missing(unit)}
            testId="handover-unit"
            onChange={setUnit}
          />
        ) : null}
        {kind === 'fromScene' ? (
          <ChoiceField
            id="handover-via"
            label={text('handover.via')}
            span={4}
            value={via}
            options={HANDOVER_WAYS.filter((way) => way !== 'console').map((key) => ({
              key,
              label: text(`handover.way.${key}`),
            }))}
            testId="handover-via"
            onChange={setVia}
          />
        ) : null}
        <TextField
          id="handover-remark"
          label={text('handover.remark')}
          span={kind === 'fromScene' ? 8 : needsUnit(kind) ? 12 : 4}
          value={note}
          error={null}
          testId="handover-remark"
          onChange={setNote}
        />
      </FormFrame>
      <details className="room-card">
        <summary>{text('handover.preview')}</summary>
        {preview === null ? null : <SummaryView summary={preview} />}
      </details>
    </>
  )
}

function needsUnit(kind: Kind): boolean {
  return kind === 'fromScene' || kind === 'upward'
}

function incomingSide(
  kind: Exclude<Kind, 'fromScene'>,
  person: { readonly name: string; readonly unit: string },
  at: { readonly headquarters: Headquarters; readonly other: Headquarters },
): HandoverSide {
  if (kind === 'upward') return { ...person, hq: null }
  return { name: person.name, unit: '', hq: kind === 'shift' ? at.headquarters : at.other }
}
