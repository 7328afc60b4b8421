import type { ReactNode } from 'react'
import { isTableName, keyColumnsOf, RECORD_REFERENCES, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { recordColumnsOf } from '#shared/domain/dataset/record-text.ts'
import { useText } from '../../text/text.ts'
import { ChoiceField, Field, TextField } from '../../ui/field.tsx'
import { CapabilitiesField } from './capabilities-field.tsx'
import { choiceWords, columnTitle } from './record-words.ts'
import { ReferenceField } from './reference-field.tsx'

/** Columns whose texts are long. */
const WIDE: ReadonlySet<string> = new Set(['name', 'note', 'source', 'item', 'specialties', 'neighbours', 'link'])

/** One cell of a record as a field of its form: by its column a list, a reference by name, capabilities, or text. */
export function RecordField(props: {
  kind: RecordKind
  column: string
  value: string
  problem: string | null
  /** Key a new record gets when its id stays empty. */
  proposedKey: string
  isNew: boolean
  onChange: (value: string) => void
}): ReactNode {
  const text = useText()
  const { kind, column, value, problem, onChange } = props
  const id = `record-${column}`
  const cell = isTableName(kind) ? recordColumnsOf(kind).find(({ name }) => name === column)?.cell : undefined
  const title = columnTitle(kind, column, text)
  const isKey = keyColumnsOf(kind).includes(column)
  const isFixed = cell === undefined || (isKey && keyColumnsOf(kind).length === 1 && !props.isNew)
  if (isFixed) {
    return (
      <Field id={id} label={title} error={problem} span={WIDE.has(column) ? 4 : 2}>
        <input id={id} className="field-input" value={value} readOnly data-testid={id} />
      </Field>
    )
  }
  const isRequired = cell.required && !(isKey && props.proposedKey !== '')
  const label = isRequired ? `${title} *` : title
  const reference = RECORD_REFERENCES.find((one) => one.from === kind && one.column === column)
  const hint = isRequired && value === '' ? text('records.required') : ''
  if (reference !== undefined)
    return <ReferenceField {...{ id, column, value, hint, onChange }} to={reference.to} error={problem} />
  if (column === 'capabilities') return <CapabilitiesField {...{ id, label, value, onChange }} error={problem} />
  if (cell.choices !== undefined) {
    const isFlag = cell.choices[0] === '0'
    const options = cell.choices.map((key) => ({
      key,
      label: isFlag ? text(key === '1' ? 'records.yes' : 'records.no') : choiceWords(kind, column, key, text),
    }))
    const empty = isFlag || (cell.required && value !== '') ? [] : [{ key: '', label: text('records.none') }]
    const shown = isFlag && value === '' ? '0' : value
    return (
      <ChoiceField
        {...{ id, label, onChange }}
        value={shown}
        options={[...empty, ...options]}
        testId={id}
        span={column === 'type' ? 3 : 2}
      />
    )
  }
  return (
    <TextField
      {...{ id, label, value, onChange }}
      error={problem}
      hint={hintOf(column, cell.isDate === true ? cell.expected : hint, isKey ? props.proposedKey : '', text)}
      span={WIDE.has(column) ? 4 : 2}
      testId={id}
    />
  )
}

function hintOf(column: string, hint: string, proposedKey: string, text: ReturnType<typeof useText>): string {
  if (proposedKey !== '') return text('records.newId', { key: proposedKey })
  return column === 'lng' ? text('records.pastePosition') : hint
}
