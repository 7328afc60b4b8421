import { useState, type ReactNode } from 'react'
import type { ReadinessFinding } from '#shared/domain/readiness.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { SeverityMark } from '../../ui/marks.tsx'

/** What is not ready: where, what, since or until when, who keeps it, what to do. */
export function FindingTable(props: { findings: readonly ReadinessFinding[] }): ReactNode {
  const text = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <DataTable
      label={text('readiness.list')}
      testId="readiness-table"
      rows={props.findings}
      rowKey={keyOf}
      chosen={chosen}
      onChoose={(finding) => setChosen(keyOf(finding))}
      columns={[
        {
          ...{ key: 'severity', title: text('readiness.column.severity'), width: '84px' },
          cell: ({ severity }) => <SeverityMark severity={severity} word={text(`severity.${severity}`)} />,
        },
        {
          ...{ key: 'kind', title: text('readiness.column.kind'), width: '92px' },
          cell: ({ kind }) => text(`readiness.kind.${kind}`),
        },
        {
          ...{ key: 'name', title: text('readiness.column.name'), width: '190px' },
          cell: ({ name, where }) => (
            <span className="strong" title={where}>
              {name}
            </span>
          ),
        },
        { key: 'what', title: text('readiness.column.what'), cell: ({ what }) => what },
        {
          ...{ key: 'day', title: text('readiness.column.day'), width: '104px' },
          cell: ({ since, until }) =>
            since !== null
              ? text('readiness.since', { day: since })
              : until === null
                ? '—'
                : text('readiness.until', { day: until }),
        },
        {
          ...{ key: 'keeper', title: text('readiness.column.keeper'), width: '170px' },
          cell: ({ keeper }) =>
            keeper.name === '' && keeper.phone === '' ? (
              <span className="dim">{text('readiness.nobody')}</span>
            ) : (
              <>
                {keeper.name} <span className="phone">{keeper.phone}</span>
              </>
            ),
        },
        { key: 'remedy', title: text('readiness.column.remedy'), width: '210px', cell: ({ remedy }) => remedy },
      ]}
    />
  )
}

function keyOf({ code, where, name }: ReadinessFinding): string {
  return `${code} ${where} ${name}`
}
