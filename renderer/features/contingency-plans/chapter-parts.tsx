import type { ReactNode } from 'react'
import type { HandlingChapter } from '#shared/domain/handling-chapter.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ChapterSides } from './chapter-sides.tsx'
import { basisColumn, dueColumn, headquartersColumn } from './plan-columns.tsx'
import { ConditionWords } from './plan-marks.tsx'

/** One handling chapter: actions by phase, must-nots, first orders, decisions and the rest. */
export function ChapterParts(props: { chapter: HandlingChapter; path: string }): ReactNode {
  const text = useText()
  const { chapter, path } = props
  const actions = chapter.phases.reduce((sum, phase) => sum + phase.actions.length, 0)
  return (
    <>
      <Panel
        title={`${text('contingencyPart.chapter')}　${chapter.title}`}
        count={actions}
        side={chapter.types.map((type) => text(`incidentType.${type}`)).join(text('formulaWords.listMark'))}
        testId={`plan-part-${path}`}
      >
        {chapter.phases.map((phase, index) => (
          <Phase key={phase.id} phase={phase} path={`${path}.phases.${index}`} />
        ))}
      </Panel>
      <MustNots chapter={chapter} path={path} />
      <FirstOrders chapter={chapter} path={path} />
      <ChapterSides chapter={chapter} path={path} />
    </>
  )
}

function Phase(props: { phase: HandlingChapter['phases'][number]; path: string }): ReactNode {
  const text = useText()
  const { phase, path } = props
  return (
    <>
      <h3 className="plan-phase" data-path={path} tabIndex={-1}>
        {text('contingency.view.phase', { title: phase.title, from: phase.fromMin, to: phase.toMin })}{' '}
        <span className="dim">{phase.actions.length}</span>
      </h3>
      <DataTable
        label={phase.title}
        rows={phase.actions.map((one, index) => ({ ...one, path: `${path}.actions.${index}` }))}
        rowKey={(row) => row.path}
        columns={[
          dueColumn(text),
          {
            key: 'text',
            title: text('contingencyPart.actions'),
            cell: (row) => (
              <>
                {row.text}
                <ConditionWords led formula={row.when} />
              </>
            ),
          },
          headquartersColumn(text, '112px'),
          {
            key: 'group',
            title: text('contingencyField.group'),
            width: '100px',
            cell: (row) => text(`workGroup.${row.group}`),
          },
          basisColumn(text, '22%'),
          {
            key: 'code',
            title: text('contingencyField.code'),
            width: '112px',
            oneLine: true,
            cell: (row) => (
              <span className="dim" title={row.code}>
                {row.code}
              </span>
            ),
          },
        ]}
      />
    </>
  )
}

function MustNots(props: { chapter: HandlingChapter; path: string }): ReactNode {
  const text = useText()
  const { mustNot } = props.chapter
  return (
    <Panel
      title={text('contingencyPart.mustNot')}
      count={mustNot.length}
      tone="danger"
      testId={`plan-part-${props.path}-mustNot`}
    >
      <DataTable
        label={text('contingencyPart.mustNot')}
        rows={mustNot.map((one, index) => ({ ...one, path: `${props.path}.mustNot.${index}` }))}
        rowKey={(row) => row.path}
        columns={[
          {
            key: 'text',
            title: text('contingencyPart.mustNot'),
            cell: (row) => (
              <>
                <span className="strong">{row.text}</span>
                <ConditionWords led formula={row.when} />
              </>
            ),
          },
          basisColumn(text, '30%'),
        ]}
      />
    </Panel>
  )
}

function FirstOrders(props: { chapter: HandlingChapter; path: string }): ReactNode {
  const text = useText()
  const { firstOrders } = props.chapter
  return (
    <Panel
      title={text('contingencyPart.firstOrders')}
      count={firstOrders.length}
      testId={`plan-part-${props.path}-firstOrders`}
    >
      <DataTable
        label={text('contingencyPart.firstOrders')}
        rows={firstOrders.map((one, index) => ({ ...one, path: `${props.path}.firstOrders.${index}` }))}
        rowKey={(row) => row.path}
        columns={[
          dueColumn(text),
          {
            key: 'to',
            title: text('contingencyField.callee'),
            width: '16%',
            cell: (row) =>
              [row.to.post, row.to.agency, row.to.capability].filter((word) => word !== undefined).join(' '),
          },
          {
            key: 'words',
            title: text('contingencyField.words'),
            cell: (row) => (
              <>
                {row.words}
                <ConditionWords led formula={row.when} />
              </>
            ),
          },
          { key: 'why', title: text('contingencyField.why'), width: '24%', cell: (row) => row.why },
          headquartersColumn(text, '112px'),
        ]}
      />
    </Panel>
  )
}
