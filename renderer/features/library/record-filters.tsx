import { Button } from '@blueprintjs/core'
import type { ReactNode, Ref } from 'react'
import { cellNamesOf } from '#shared/domain/dataset/record-cells.ts'
import { isTableName, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { recordColumnsOf } from '#shared/domain/dataset/record-text.ts'
import { useConsole } from '../../app/console-context.tsx'
import { setRecordDesk, type Cells, type RecordDesk } from '../../app/record-desk.ts'
import { useText } from '../../text/text.ts'
import { choiceWords, columnTitle } from './record-words.ts'

/** Columns of a closed list that a filter is offered for, at most. */
const FILTERS = 4

/** Search, filters by column, order and retired records of a list; whatever changes, the list begins anew. */
export function RecordFilters(props: {
  kind: RecordKind
  desk: RecordDesk
  searchRef: Ref<HTMLInputElement>
}): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const { kind, desk, searchRef } = props
  const change = (next: Partial<RecordDesk>): void => setRecordDesk(view, { ...next, offset: 0 })
  const lists = isTableName(kind) ? recordColumnsOf(kind).filter(({ cell }) => cell.choices !== undefined) : []
  const offered = lists.filter(({ name }) => name !== 'is_demo').slice(0, FILTERS)
  const other = Object.keys(desk.where).filter((column) => !offered.some(({ name }) => name === column))
  return (
    <div className="list-tools record-tools">
      <input
        ref={searchRef}
        className="field-input library-search"
        type="search"
        aria-label={text('library.search')}
        placeholder={text('library.searchHint')}
        value={desk.text}
        data-testid="library-search"
        onChange={(event) => change({ text: event.target.value })}
      />
      {offered.map(({ name, cell }) => (
        <Pick
          key={name}
          label={columnTitle(kind, name, text)}
          value={desk.where[name] ?? ''}
          options={(cell.choices ?? []).map((key) => ({
            key,
            label: flagWords(cell.choices, key, text) ?? choiceWords(kind, name, key, text),
          }))}
          all={text('records.all')}
          onPick={(value) => {
            const rest = without(desk.where, name)
            change({ where: value === '' ? rest : { ...rest, [name]: value } })
          }}
        />
      ))}
      {other.map((column) => (
        <Button
          key={column}
          size="small"
          text={`${columnTitle(kind, column, text)}：${desk.where[column] ?? ''} ×`}
          onClick={() => change({ where: without(desk.where, column) })}
        />
      ))}
      <Pick
        label={text('records.sort')}
        value={desk.sort?.column ?? ''}
        options={cellNamesOf(kind).map((key) => ({ key, label: columnTitle(kind, key, text) }))}
        all={text('records.sortNone')}
        onPick={(column) => change({ sort: column === '' ? null : { column, descending: false } })}
      />
      {desk.sort === null ? null : (
        <label className="record-check">
          <input
            type="checkbox"
            checked={desk.sort.descending}
            onChange={(event) =>
              change({ sort: desk.sort === null ? null : { ...desk.sort, descending: event.target.checked } })
            }
          />
          {text('records.descending')}
        </label>
      )}
      <select
        className="field-input record-pick"
        aria-label={text('records.retired')}
        value={desk.retired}
        data-testid="record-retired"
        onChange={(event) => change({ retired: RETIRED.find((key) => key === event.target.value) ?? 'without' })}
      >
        <option value="without">{text('records.retiredWithout')}</option>
        <option value="with">{text('records.retiredWith')}</option>
        <option value="only">{text('records.retiredOnly')}</option>
      </select>
    </div>
  )
}

/** The filters but for one column. */
function without(where: Cells, column: string): Cells {
  return Object.fromEntries(Object.entries(where).filter(([name]) => name !== column))
}

const RETIRED = ['without', 'with', 'only'] as const

function flagWords(
  choices: readonly string[] | undefined,
  key: string,
  text: ReturnType<typeof useText>,
): string | null {
  if (choices?.[0] !== '0') return null
  return text(key === '1' ? 'records.yes' : 'records.no')
}

function Pick(props: {
  label: string
  value: string
  options: readonly { readonly key: string; readonly label: string }[]
  all: string
  onPick: (key: string) => void
}): ReactNode {
  return (
    <select
      className="field-input record-pick"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onPick(event.target.value)}
    >
      <option value="">{`${props.label}：${props.all}`}</option>
      {props.options.map(({ key, label }) => (
        <option key={key} value={key}>
          {`${props.label}：${label}`}
        </option>
      ))}
    </select>
  )
}
