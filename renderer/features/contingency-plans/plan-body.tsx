import type { ReactNode } from 'react'
import type { LibraryEvent } from '#shared/contract/library.contract.ts'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Chip } from '../../ui/marks.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ChapterParts } from './chapter-parts.tsx'
import { DemandTable } from './demand-table.tsx'
import { PlanHead } from './plan-head.tsx'
import { basisColumn, headquartersColumn } from './plan-columns.tsx'
import { ConditionWords } from './plan-marks.tsx'

/** A whole plan for reading, part by part; each row carries its dotted path, so that it can be gone to. */
export function PlanBody(props: { plan: ContingencyPlan; history: readonly LibraryEvent[] }): ReactNode {
  const text = useText()
  const { plan } = props
  return (
    <>
      <PlanHead plan={plan} />
      <Starting plan={plan} />
      <People plan={plan} />
      {plan.chapters.map((chapter, index) => (
        <ChapterParts key={chapter.id} chapter={chapter} path={`chapters.${index}`} />
      ))}
      <DemandTable plan={plan} />
      <Reporting plan={plan} />
      <Panel title={text('contingencyPart.annexes')} count={plan.annexes.length} testId="plan-part-annexes">
        {plan.annexes.map((annex, index) => (
          <div key={annex.title} className="plan-annex" data-path={`annexes.${index}`} tabIndex={-1}>
            <p className="strong">{annex.title}</p>
            <p className="pre-line">{annex.text}</p>
          </div>
        ))}
      </Panel>
      <History events={props.history} />
    </>
  )
}

function Starting(props: { plan: ContingencyPlan }): ReactNode {
  const text = useText()
  const { startConditions, responseLevels } = props.plan
  return (
    <Panel title={text('contingencyPart.start')} testId="plan-part-start">
      <DataTable
        label={text('contingencyPart.startConditions')}
        rows={startConditions.map((one, index) => ({ ...one, path: `startConditions.${index}` }))}
        rowKey={(row) => row.path}
        columns={[
          { key: 'text', title: text('contingencyPart.startConditions'), width: '34%', cell: (row) => row.text },
          {
            key: 'when',
            title: text('contingencyField.condition'),
            cell: (row) =>
              row.when === undefined ? (
                <span className="dim">{text('contingency.view.judged')}</span>
              ) : (
                <ConditionWords formula={row.when} />
              ),
          },
          basisColumn(text, '28%'),
        ]}
      />
      <DataTable
        label={text('contingencyPart.responseLevels')}
        rows={responseLevels.map((one, index) => ({ ...one, path: `responseLevels.${index}` }))}
        rowKey={(row) => row.path}
        columns={[
          {
            key: 'level',
            title: text('contingencyField.level'),
            width: '64px',
            cell: (row) => <span className="strong">{text(`level.${row.level}`)}</span>,
          },
          {
            key: 'text',
            title: text('contingencyPart.responseLevels'),
            width: '36%',
            cell: (row) => (
              <>
                {row.text}
                <ConditionWords led formula={row.when} />
              </>
            ),
          },
          { key: 'by', title: text('contingencyField.decidedBy'), width: '18%', cell: (row) => row.decidedBy },
          {
            key: 'measures',
            title: text('contingencyField.measures'),
            cell: (row) => (
              <ul className="reasons">
                {row.measures.map((measure) => (
                  <li key={measure}>{measure}</li>
                ))}
              </ul>
            ),
          },
          basisColumn(text, '18%'),
        ]}
      />
    </Panel>
  )
}

function People(props: { plan: ContingencyPlan }): ReactNode {
  const text = useText()
  const { posts, workGroups } = props.plan
  return (
    <Panel title={text('contingencyPart.people')} count={posts.length + workGroups.length} testId="plan-part-people">
      <DataTable
        label={text('contingencyPart.posts')}
        rows={posts.map((one, index) => ({ ...one, path: `posts.${index}` }))}
        rowKey={(row) => row.path}
        columns={[
          headquartersColumn(text, '116px'),
          {
            key: 'title',
            title: text('contingencyPart.posts'),
            width: '20%',
            cell: (row) => (
              <>
                <span className="strong">{row.title}</span>
                <span className="dim cut">{row.post}</span>
              </>
            ),
          },
          { key: 'unit', title: text('contingencyField.unit'), width: '16%', cell: (row) => row.unit },
          { key: 'duty', title: text('contingencyField.duty'), cell: (row) => row.duty },
          {
            key: 'deputy',
            title: text('contingencyField.deputyPost'),
            width: '19%',
            cell: (row) => <span className="dim">{row.deputyPost}</span>,
          },
        ]}
      />
      <DataTable
        label={text('contingencyPart.workGroups')}
        rows={workGroups.map((one, index) => ({ ...one, path: `workGroups.${index}` }))}
        rowKey={(row) => row.path}
        columns={[
          headquartersColumn(text, '116px'),
          {
            key: 'name',
            title: text('contingencyPart.workGroups'),
            width: '20%',
            cell: (row) => (
              <>
                <span className="strong">{row.name}</span> <Chip>{text(`contingencyChoice.leads.${row.leads}`)}</Chip>
                <span className="dim cut">{row.code}</span>
              </>
            ),
          },
          { key: 'lead', title: text('contingencyField.leadUnit'), width: '16%', cell: (row) => row.leadUnit },
          {
            key: 'tasks',
            title: text('contingencyField.tasks'),
            cell: (row) => row.tasks.join(text('formulaWords.listMark')),
          },
          {
            key: 'members',
            title: text('contingencyField.memberUnits'),
            width: '19%',
            cell: (row) => row.memberUnits.join(text('formulaWords.listMark')),
          },
        ]}
      />
    </Panel>
  )
}

function Reporting(props: { plan: ContingencyPlan }): ReactNode {
  const text = useText()
  const { reporting } = props.plan
  return (
    <Panel title={text('contingencyPart.reporting')} count={reporting.length} testId="plan-part-reporting">
      <DataTable
        label={text('contingencyPart.reporting')}
        rows={reporting.map((one, index) => ({ ...one, path: `reporting.${index}` }))}
        rowKey={(row) => row.path}
        columns={[
          {
            key: 'kind',
            title: text('reports.kind'),
            width: '70px',
            cell: (row) => <span className="strong">{text(`report.${row.kind}`)}</span>,
          },
          { key: 'to', title: text('contingencyField.recipient'), width: '28%', cell: (row) => row.to },
          {
            key: 'form',
            title: text('contingencyField.form'),
            width: '60px',
            cell: (row) => text(`contingencyChoice.form.${row.form}`),
          },
          {
            key: 'within',
            title: text('plan.due'),
            width: '88px',
            cell: (row) => text('contingency.view.minutes', { minutes: row.withinMin }),
          },
          {
            key: 'when',
            title: text('contingencyField.condition'),
            cell: (row) => <ConditionWords formula={row.when} />,
          },
          basisColumn(text, '28%'),
        ]}
      />
    </Panel>
  )
}

function History(props: { events: readonly LibraryEvent[] }): ReactNode {
  const text = useText()
  const stateOf = (state: LibraryEvent['to'] | null): string =>
    state === null ? '' : text(`contingency.state.${state}`)
  return (
    <Panel title={text('contingencyPart.history')} count={props.events.length} testId="plan-part-history">
      <DataTable
        label={text('contingencyPart.history')}
        rows={props.events}
        rowKey={(row) => `${row.version} ${row.revision}`}
        columns={[
          { key: 'at', title: text('contingency.view.at'), width: '124px', cell: (row) => dateTimeText(row.at) },
          {
            key: 'version',
            title: text('contingency.version'),
            width: '76px',
            cell: (row) => text('contingency.versionText', { version: row.version }),
          },
          {
            key: 'change',
            title: text('contingency.view.change'),
            width: '104px',
            cell: (row) => <span className="strong">{text(`contingency.change.${row.change}`)}</span>,
          },
          {
            key: 'states',
            title: text('contingency.view.stateFromTo'),
            width: '130px',
            cell: (row) => [stateOf(row.from), stateOf(row.to)].filter((word) => word !== '').join(' → '),
          },
          { key: 'who', title: text('contingency.view.who'), width: '120px', cell: (row) => row.who },
          { key: 'reason', title: text('contingency.view.reason'), cell: (row) => row.reason },
          { key: 'document', title: text('contingency.view.document'), width: '14%', cell: (row) => row.document },
        ]}
      />
    </Panel>
  )
}
