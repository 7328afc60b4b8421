import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { SuggestBox } from '../../ui/suggest-box.tsx'

/** A record of the library that was found by name. */
export interface FoundRecord {
  readonly id: string
  readonly name: string
}

/** Finds a record of one table by any piece of its name, id or town. With `freeWords` what is typed may be taken as it is. */
export function RecordSearch(props: {
  id: string
  label: string
  table: TableName
  freeWords?: string
  onTake: (record: FoundRecord) => void
}): ReactNode {
  const text = useText()
  const [typed, setTyped] = useState('')
  const wanted = typed.trim()
  const answer = useQuery(
    appContract.reference.rows,
    wanted === '' ? null : { table: props.table, text: wanted, offset: 0, limit: 12 },
  )
  const found = wanted === '' || answer.value === null ? [] : recordsOf(answer.value)
  const suggestions = found.map((record) => ({ key: record.id, label: record.name, detail: record.detail }))
  const free =
    props.freeWords === undefined || wanted === '' ? [] : [{ key: '', label: wanted, detail: props.freeWords }]
  return (
    <div className="record-search">
      <label htmlFor={props.id} className="dim">
        {props.label}
      </label>
      <SuggestBox
        id={props.id}
        testId={props.id}
        text={typed}
        placeholder={text('library.searchHint')}
        emptyWords={answer.status === 'loading' ? '' : text('state.empty')}
        invalid={false}
        describedBy=""
        suggestions={[...suggestions, ...free]}
        onText={setTyped}
        onTake={(key) => {
          props.onTake(key === '' ? { id: '', name: wanted } : (found.find((record) => record.id === key) ?? NONE))
          setTyped('')
        }}
      />
    </div>
  )
}

const NONE: FoundRecord = { id: '', name: '' }

/** Id, name and place of the rows, whatever the table calls them. */
function recordsOf(answer: {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}): { id: string; name: string; detail: string }[] {
  const cell = (row: readonly string[], ...columns: readonly string[]): string => {
    const column = columns.find((name) => answer.columns.includes(name))
    return column === undefined ? '' : (row[answer.columns.indexOf(column)] ?? '')
  }
  return answer.rows.map((row) => ({
    id: cell(row, 'id', 'lot_id'),
    name: cell(row, 'name', 'item') || cell(row, 'id', 'lot_id'),
    detail: cell(row, 'town', 'organisation', 'store_id', 'plate', 'team_id'),
  }))
}
