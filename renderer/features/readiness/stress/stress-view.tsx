import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { StressReport } from '#shared/contract/readiness.contract.ts'
import { Unloaded } from '../../../app/unloaded.tsx'
import { useText } from '../../../text/text.ts'
import { dateTimeText, durationText } from '../../../text/time-text.ts'
import { Panel } from '../../../ui/panel.tsx'
import { Waiting } from '../../../ui/state-view.tsx'
import { shareText } from './share-bar.tsx'
import { StressForm } from './stress-form.tsx'
import { StressIncidents, type IncidentWish } from './stress-incidents.tsx'
import { StressMap } from './stress-map.tsx'
import { MissTable, TeamTable, TownTable, WorthTable } from './stress-tables.tsx'
import { useStress } from './use-stress.ts'

const TABLES = ['misses', 'worth', 'towns', 'teams', 'incidents'] as const
type Table = (typeof TABLES)[number]

/** 压力测试: random incidents, where the district breaks, and what one more of something would be worth. */
export function StressView(): ReactNode {
  const text = useText()
  const { value, error } = useStress()
  if (value === null) return <Unloaded of={appContract.readiness.stress} input={{}} error={error} />
  const { running, failed, latest } = value
  return (
    <div className="stress" data-testid="stress-view">
      <StressForm running={running} failed={failed} />
      {latest === null ? <Waiting words={text('readiness.stress.none')} /> : <StressResultView report={latest} />}
    </div>
  )
}

function StressResultView(props: { report: StressReport }): ReactNode {
  const text = useText()
  const [table, setTable] = useState<Table>('misses')
  const [wish, setWish] = useState<IncidentWish>({ key: null })
  const { report } = props
  const open = (next: IncidentWish): void => {
    setWish(next)
    setTable('incidents')
  }
  return (
    <>
      <StressHead report={report} />
      <div className="stress-columns">
        <StressMap report={report} />
        <Panel title={text(`readiness.stress.table.${table}`)} testId="stress-panel" className="stress-panel">
          <div className="stress-choices" role="group" aria-label={text('readiness.stress.tables')}>
            {TABLES.map((each) => (
              <button
                key={each}
                type="button"
                className="readiness-count"
                aria-pressed={each === table}
                data-testid={`stress-table-${each}`}
                onClick={() => (each === 'incidents' ? open({ key: null }) : setTable(each))}
              >
                {text(`readiness.stress.short.${each}`)}
              </button>
            ))}
          </div>
          {table === 'worth' ? <p className="panel-note">{text('readiness.stress.worthNote')}</p> : null}
          <div className="scroll fill">
            {table === 'misses' ? <MissTable report={report} onOpen={(key) => open({ key })} /> : null}
            {table === 'worth' ? <WorthTable report={report} /> : null}
            {table === 'towns' ? <TownTable report={report} onOpen={(town) => open({ key: null, town })} /> : null}
            {table === 'teams' ? <TeamTable report={report} /> : null}
            {table === 'incidents' ? (
              <StressIncidents key={`${report.madeAt} ${JSON.stringify(wish)}`} run={report.madeAt} wish={wish} />
            ) : null}
          </div>
        </Panel>
      </div>
    </>
  )
}

/** What the run was, and every reason not to take it for more than it is. */
function StressHead(props: { report: StressReport }): ReactNode {
  const text = useText()
  const { question, summary, madeAt, elapsedMs, outdated, dataset, roadsSchematic } = props.report
  return (
    <div className="stress-head">
      <span className="strong" data-testid="stress-missed">
        {text('readiness.stress.missed', { share: shareText(summary.missed, text) })}
      </span>
      <span className="dim">
        {text('readiness.stress.made', {
          ...{ incidents: question.incidents, seed: question.seed, at: dateTimeText(madeAt), name: dataset.name },
          elapsed: durationText(Math.round(elapsedMs / 1000)),
        })}
      </span>
      {outdated.length === 0 ? null : (
        <span className="warn strong" data-testid="stress-outdated">
          {text('readiness.stress.outdated', {
            what: outdated.map((each) => text(`readiness.stress.grounds.${each}`)).join('、'),
          })}
        </span>
      )}
      <span className="warn">{text('readiness.stress.drawn')}</span>
      {roadsSchematic ? <span className="warn">{text('readiness.stress.schematic')}</span> : null}
      {summary.notDrawn.length === 0 ? null : (
        <span className="dim">
          {text('readiness.stress.notDrawn', {
            types: summary.notDrawn.map((type) => text(`incidentType.${type}`)).join('、'),
          })}
        </span>
      )}
    </div>
  )
}
