import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { Act } from '#shared/domain/command/rights.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { planLines, type PlanLine } from '../../app/plan-lines.ts'
import { useText } from '../../text/text.ts'
import { ChoiceField, TextField } from '../../ui/field.tsx'
import { FormFrame } from '../../ui/form-frame.tsx'
import { useStep } from '../../ui/use-step.ts'

const EMPTY = { trigger: '', from: '', to: '', reason: '' } as const
const NO_LINE = ''

/**
 * The tactical headquarters acts at once. What it may not decide stands in the same list and becomes a request with the
 * same words, so that nobody has to type twice at night.
 */
export function ActForm(props: { incidentId: string; plan: DispatchPlan | null }): ReactNode {
  const text = useText()
  const { client, headquarters } = useConsole()
  const { incidentId, plan } = props
  const rights = useQuery(appContract.headquarters.rights, {}).value ?? []
  const step = useStep()
  const [act, setAct] = useState<Act>('staging')
  const [lineKey, setLineKey] = useState(NO_LINE)
  const [words, setWords] = useState<Readonly<Record<keyof typeof EMPTY, string>>>(EMPTY)
  const [asked, setAsked] = useState(false)
  const right = rights.find((row) => row.act === act)
  const isRequest = right !== undefined && !right.decides.includes(headquarters)
  const offered = rights.filter((row) => row.atOnce || !row.decides.includes(headquarters))
  const lines = planLines(plan, text)
  const line = lines.find(({ kind, id }) => `${kind} ${id}` === lineKey)
  const missing = (value: string): string | null => (asked && value.trim() === '' ? text('together.missing') : null)

  const send = async (): Promise<void> => {
    setAsked(true)
    if ([words.trigger, words.to, words.reason].some((value) => value.trim() === '')) return
    const done = await step.take((commandId) =>
      isRequest
        ? client.headquarters.request({
            ...{ commandId, incidentId, act, kind: requestKindOf(act) },
            text: text('together.asRequest', { ...words, act: text(`act.${act}`) }),
          })
        : client.headquarters.act({
            ...{ commandId, incidentId, act, ...words },
            change:
              line === undefined
                ? null
                : { lineKind: line.kind, lineId: line.id, before: line.before, after: words.to.trim() },
            teamIds: plan === null || line === undefined ? [] : teamsOf(plan, line),
          }),
    )
    if (!done) return
    setWords(EMPTY)
    setLineKey(NO_LINE)
    setAsked(false)
  }
  const field = (key: keyof typeof EMPTY, span: number, isRequired: boolean): ReactNode => (
    <TextField
      id={`act-${key}`}
      label={text(`together.${key}`)}
      span={span}
      value={words[key]}
      error={isRequired ? missing(words[key]) : null}
      testId={`act-${key}`}
      onChange={(value) => setWords({ ...words, [key]: value })}
    />
  )
  return (
    <FormFrame
      label={text('together.actTitle')}
      testId="act-form"
      step={step}
      words={text(isRequest ? 'together.sendRequest' : 'together.sendAct')}
      note={text(isRequest ? 'together.needsOther' : 'together.tellsOther')}
      onSubmit={() => void send()}
    >
      <ChoiceField
        id="act-kind"
        label={text('together.act')}
        span={6}
        value={act}
        options={offered.map((row) => ({
          key: row.act,
          label: `${row.atOnce ? '' : `〔${text('together.mustAsk')}〕`}${text(`act.${row.act}`)}`,
        }))}
        testId="act-kind"
        onChange={setAct}
      />
      <ChoiceField
        id="act-line"
        label={text('together.changedLine')}
        span={6}
        value={lineKey}
        options={[
          { key: NO_LINE, label: text('together.noLine') },
          ...lines.map(({ kind, id, words: label }) => ({ key: `${kind} ${id}`, label })),
        ]}
        testId="act-line"
        onChange={(key) => {
          setLineKey(key)
          const chosen = lines.find(({ kind, id }) => `${kind} ${id}` === key)
          if (chosen !== undefined) setWords({ ...words, from: chosen.before })
        }}
      />
      {field('trigger', 12, true)}
      {field('from', 6, false)}
      {field('to', 6, true)}
      {field('reason', 12, true)}
    </FormFrame>
  )
}

/** What is asked for when an act is the other headquarters' to decide. */
function requestKindOf(act: Act): 'forces' | 'closure' | 'publicNotice' | 'other' {
  if (act === 'outsideForces' || act === 'takeFromIncident') return 'forces'
  if (act === 'longClosure' || act === 'portStop') return 'closure'
  return act === 'newsRelease' ? 'publicNotice' : 'other'
}

/** The teams a changed line concerns: that of an assignment, or all that go to a staging area. */
function teamsOf({ forcePlan, movementPlan }: DispatchPlan, { kind, id }: PlanLine): string[] {
  if (kind === 'assignment') return forcePlan.assignments.flatMap((row) => (row.id === id ? [row.teamId] : []))
  if (kind !== 'staging') return []
  return movementPlan.movements.flatMap(({ stagingAreaId, teamId }) => (stagingAreaId === id ? [teamId] : []))
}
