import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import type { QueryState } from '../../app/query-cache.ts'
import { useText } from '../../text/text.ts'
import { Chip } from '../../ui/marks.tsx'
import { Panel } from '../../ui/panel.tsx'

type DatasetState = QueryState<OutputOf<typeof appContract.reference.dataset>>

/** Head of the data set: date, sources, and where the sources disagree, both sides shown. */
export function DatasetPanel(props: { state: DatasetState }): ReactNode {
  const text = useText()
  const { value, error } = props.state
  if (value === null) return <Unloaded of={appContract.reference.dataset} input={{}} error={error} />
  const { head } = value
  const conflicts = head.conflicts ?? []
  return (
    <div className="scroll stack" data-testid="dataset-panel">
      <Panel
        title={text('library.dataset')}
        side={head.isDemo ? <Chip tone="warn">{text('strip.demoData')}</Chip> : ''}
      >
        <dl className="facts panel-note">
          <div>
            <dt>{text('plan.name')}</dt>
            <dd>{head.name}</dd>
          </div>
          <div>
            <dt>{text('library.region')}</dt>
            <dd>{head.region}</dd>
          </div>
          <div>
            <dt>{text('library.asOf')}</dt>
            <dd>{head.asOf}</dd>
          </div>
        </dl>
      </Panel>
      <Panel title={text('library.conflicts')} count={conflicts.length} testId="dataset-conflicts" tone="warn">
        {conflicts.length === 0 ? <p className="panel-note">{text('library.noConflicts')}</p> : null}
        {conflicts.map((conflict) => (
          <div key={conflict.key} className="conflict">
            <p className="strong">{conflict.title}</p>
            <ul className="reasons">
              {conflict.statements.map((statement) => (
                <li key={`${statement.value} ${statement.source}`}>
                  <span className="strong">{statement.value}</span>
                  {conflict.used === statement.value ? <Chip tone="own">{text('library.conflictUsed')}</Chip> : null}
                  <span className="dim source">{` ${statement.source}`}</span>
                </li>
              ))}
            </ul>
            {conflict.note === undefined ? null : <p className="dim">{conflict.note}</p>}
          </div>
        ))}
      </Panel>
      <Panel title={text('library.sources')} count={head.sources.length}>
        <ul className="reasons panel-note">
          {head.sources.map((source) => (
            <li key={source.name}>
              {source.name}
              {typeof source['licence'] === 'string' ? <span className="dim">{` ${source['licence']}`}</span> : null}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
