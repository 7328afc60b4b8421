import { Button } from '@blueprintjs/core'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import type { ImportOutcome, ImportReportPage, ImportReportRow } from '#shared/contract/imports.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'

const PAGE = 100

/** Rows of the report, a page at a time. */
export function ReportTable(props: {
  sessionId: string
  outcome: ImportOutcome | null
  onRefused: (message: string) => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { sessionId, outcome, onRefused } = props
  const [offset, setOffset] = useState(0)
  const [page, setPage] = useState<ImportReportPage | null>(null)
  const load = useEffectEvent(async (from: number) => {
    const answer = await client.imports.report({ sessionId, outcome, offset: from, limit: PAGE })
    if (answer.ok) setPage(answer.value)
    else onRefused(answer.error.message)
  })
  useEffect(() => {
    const timer = setTimeout(() => void load(offset), 0)
    return () => clearTimeout(timer)
  }, [offset])
  if (page === null) return <div className="fill" />
  const { total, rows } = page
  return (
    <>
      <div className="scroll fill panel">
        <DataTable
          label={text('imports.steps.review')}
          testId="import-report"
          rows={rows}
          rowKey={(row) => `${row.file} ${row.line} ${row.key}`}
          columns={[
            {
              key: 'line',
              title: text('imports.line'),
              width: '64px',
              end: true,
              cell: ({ line, outcome: is }) => (line > 0 ? line : is === 'absent' ? '—' : text('imports.wholeFile')),
            },
            { key: 'what', title: text('imports.what'), width: '84px', cell: (row) => <Outcome is={row.outcome} /> },
            { key: 'key', title: text('imports.key'), width: '150px', oneLine: true, cell: ({ key }) => key },
            { key: 'name', title: text('imports.name'), width: '190px', oneLine: true, cell: ({ name }) => name },
            { key: 'detail', title: text('imports.detail'), cell: (row) => <Detail row={row} /> },
          ]}
        />
      </div>
      <div className="list-tools dim">
        <span data-testid="import-shown">
          {text('imports.shown', { from: total === 0 ? 0 : offset + 1, to: offset + rows.length, total })}
        </span>
        <Button
          size="small"
          disabled={offset === 0}
          onClick={() => setOffset(Math.max(0, offset - PAGE))}
          text={text('imports.previous')}
        />
        <Button
          size="small"
          disabled={offset + rows.length >= total}
          onClick={() => setOffset(offset + PAGE)}
          text={text('imports.next')}
        />
      </div>
    </>
  )
}

function Outcome(props: { is: ImportOutcome }): ReactNode {
  const text = useText()
  const tone = props.is === 'refused' ? 'danger strong' : props.is === 'unchanged' ? 'dim' : 'strong'
  return <span className={tone}>{text(`imports.outcome.${props.is}`)}</span>
}

function Detail(props: { row: ImportReportRow }): ReactNode {
  const text = useText()
  const { basis, changes, problems } = props.row
  const shown = (value: string): string => (value === '' ? text('imports.emptyValue') : value)
  return (
    <ul className="reasons">
      {basis === '' ? null : <li className="dim">{basis}</li>}
      {problems.map((problem) => (
        <li key={`${problem.column} ${problem.message}`}>{problem.message}</li>
      ))}
      {changes.map(({ column, before, after }) => (
        <li key={column}>{text('imports.change', { column, before: shown(before), after: shown(after) })}</li>
      ))}
    </ul>
  )
}
