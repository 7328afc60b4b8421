import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { Field } from '../../ui/field.tsx'
import { SuggestBox } from '../../ui/suggest-box.tsx'
import { columnTitle } from './record-words.ts'

const OFFERED = 8

/** A reference to another record, chosen by its name; the cell keeps its id. */
export function ReferenceField(props: {
  id: string
  column: string
  to: TableName
  value: string
  error: string | null
  hint: string
  onChange: (value: string) => void
}): ReactNode {
  const text = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const { to, value } = props
  const chosen = useQuery(appContract.records.get, value === '' ? null : { kind: to, key: value })
  const wanted = typed === null || typed.trim() === '' ? null : { kind: to, text: typed, limit: OFFERED }
  const found = useQuery(appContract.records.list, wanted)
  const { columns = [], rows = [] } = found.value ?? {}
  const cell = (row: { cells: readonly string[] }, column: string): string => row.cells[columns.indexOf(column)] ?? ''
  const name = value === '' ? '' : (chosen.value?.name ?? value)
  return (
    <Field
      id={props.id}
      label={columnTitle(props.to, props.column, text)}
      error={props.error}
      hint={value === '' ? props.hint : value}
      span={4}
    >
      <SuggestBox
        id={props.id}
        text={typed ?? name}
        suggestions={rows.map((row) => {
          const label = cell(row, 'name')
          return { key: row.key, label: label === '' ? row.key : label, detail: row.key }
        })}
        emptyWords={text('records.pickNone')}
        placeholder={text('records.pick')}
        testId={props.id}
        invalid={props.error !== null}
        describedBy={`${props.id}-note`}
        onText={(next) => {
          setTyped(next)
          if (next.trim() === '') props.onChange('')
        }}
        onTake={(key) => {
          props.onChange(key)
          setTyped(null)
        }}
        onLeave={() => setTyped(null)}
      />
    </Field>
  )
}
