import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { IncidentGrading } from '#shared/contract/incident.contract.ts'
import { LEVEL_KINDS, type LevelKind } from '#shared/domain/level-record.ts'
import type { Level } from '#shared/domain/taxonomy.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { dateTimeText } from '../../text/time-text.ts'
import { useText, type Text } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { LevelRows } from './level-rows.tsx'
import { setLevelInForce, type SetLevel } from './set-level.ts'
import { SetLevelForm } from './set-level-form.tsx'

/** 定级对照: computed and officer's level of both kinds side by side, then every bound scale row by row. Needs no plan. */
export function GradingPanel(props: { incidentId: string }): ReactNode {
  const text = useText()
  const { client, headquarters } = useConsole()
  const { incidentId } = props
  const grading = useQuery(appContract.incident.grading, { incidentId })
  const [failure, setFailure] = useState<string | null>(null)
  const error = failure ?? grading.error?.message ?? null
  const { value } = grading
  if (value === null) return error === null ? null : <p className="panel-note danger">{error}</p>
  const set = async (of: LevelKind, level: Level | null, withdrawn: boolean, reason: string): Promise<boolean> => {
    const command = { commandId: crypto.randomUUID(), incidentId, expectedRevision: value.revision }
    const answer = await client.incident.setLevel({ ...command, of, value: level, withdrawn, reason })
    setFailure(answer.ok ? null : answer.error.message)
    return answer.ok
  }
  const refusedOf = (of: LevelKind): string | null =>
    of === 'response' && headquarters !== 'administrative' ? text('grading.administrativeOnly') : null
  return (
    <Panel title={text('grading.title')} testId="grading-panel">
      <p className="panel-note dim">{text('grading.note', { revision: value.revision })}</p>
      {LEVEL_KINDS.map((of) => (
        <div key={of} data-testid={`grading-${of}`}>
          <Standing of={of} grading={value} />
          <SetLevelForm
            of={of}
            isSet={setLevelInForce(value.overrides, of) !== null}
            refused={refusedOf(of)}
            onSet={(level, withdrawn, reason) => set(of, level, withdrawn, reason)}
          />
        </div>
      ))}
      <p className="panel-note dim">{text('grading.scope')}</p>
      {error === null ? null : (
        <p className="panel-note danger" role="alert">
          {error}
        </p>
      )}
      <LevelRows readings={value.event.readings ?? []} />
      <History overrides={value.overrides} />
    </Panel>
  )
}

/** One of the two levels: what the scales give and what an officer set, never one without the other. */
function Standing(props: { of: LevelKind; grading: IncidentGrading }): ReactNode {
  const text = useText()
  const { of, grading } = props
  const computed = of === 'event' ? grading.event.value : grading.response.value
  const set = setLevelInForce(grading.overrides, of)
  return (
    <p className="panel-note">
      <span className="strong">{text(`grading.${of}`)}</span> {text('grading.computed')}：
      <span className="strong">{levelName(computed, of, text)}</span>；{text('grading.officerSet')}：
      {set === null ? (
        <span className="dim">{text('grading.notSet')}</span>
      ) : (
        <>
          <span className="strong warn">{levelName(set.value, of, text)}</span> {set.reason}{' '}
          <span className="dim">{setByWords(set, text)}</span>
          {set.revision < grading.revision ? <span className="warn"> {text('grading.stale')}</span> : null}
        </>
      )}
    </p>
  )
}

function History(props: { overrides: readonly SetLevel[] }): ReactNode {
  const text = useText()
  if (props.overrides.length < 2) return null
  return (
    <div className="panel-note">
      <h4>{text('grading.history')}</h4>
      <ul className="reasons">
        {props.overrides.map((entry, index) => (
          <li key={`${entry.at} ${index}`}>
            {text(`grading.${entry.of}`)}：
            {entry.withdrawn ? text('grading.withdrawn') : levelName(entry.value, entry.of, text)}；{entry.reason}{' '}
            <span className="dim">{setByWords(entry, text)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function setByWords(entry: SetLevel, text: Text): string {
  return text('grading.setBy', {
    headquarters:
      entry.role === 'administrative' || entry.role === 'tactical' ? text(`headquarters.${entry.role}`) : '',
    who: entry.who === 'local' ? text('grading.thisSeat') : entry.who,
    at: dateTimeText(entry.at),
    revision: entry.revision,
    computed: levelName(entry.computed, entry.of, text),
  })
}

function levelName(level: Level | null, of: LevelKind, text: Text): string {
  if (level === null) return text('eventLevel.none')
  return of === 'event' ? text(`eventLevel.${level}`) : text(`level.${level}`)
}
