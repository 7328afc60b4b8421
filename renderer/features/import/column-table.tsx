import type { ReactNode } from 'react'
import type { ImportMapping, ImportPreview } from '#shared/contract/imports.contract.ts'
import { useText } from '../../text/text.ts'
import { Chip } from '../../ui/marks.tsx'
import { mappingOf, withColumn } from './mapping-of.ts'

const SAMPLES = 3

/** Each heading of the file with what it is read as, and values for required columns that the file does not have. */
export function ColumnTable(props: { preview: ImportPreview; onAnswer: (mapping: ImportMapping) => void }): ReactNode {
  const text = useText()
  const { preview, onAnswer } = props
  const mapping = mappingOf(preview)
  if (mapping === null) return null
  // What a number or a place can be told by without a column of its own is not asked for: one fixed value for all rows
  // would make one record of them.
  const needed = preview.wanted.filter(
    ({ column }) =>
      !mapping.columns.includes(column) &&
      (preview.source.missing.includes(column) || (preview.constants[column] ?? '') !== ''),
  )
  return (
    <>
      {needed.length === 0 ? null : (
        <fieldset className="import-constants" data-testid="import-constants">
          <legend className="warn">{text('imports.missing')}</legend>
          {needed.map(({ column, title, expected, choices }) => (
            <label key={column} className="import-field" title={expected}>
              <span>{`${title} ${column}`}</span>
              <ConstantInput
                column={column}
                value={preview.constants[column] ?? ''}
                choices={choices}
                onValue={(value) => onAnswer({ ...mapping, constants: { ...mapping.constants, [column]: value } })}
              />
            </label>
          ))}
        </fieldset>
      )}
      <p className="dim panel-note">{text('imports.kept')}</p>
      <table className="table import-table" aria-label={text('imports.steps.mapping')}>
        <thead>
          <tr>
            <th scope="col">{text('imports.header')}</th>
            <th scope="col">{text('imports.sample')}</th>
            <th scope="col">{text('imports.column')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(({ header, column, basis }, index) => (
            // The place is what tells two headings of one name apart.
            <tr key={`${index} ${header}`}>
              <td className="strong">{header}</td>
              <td className="dim one-line">
                {preview.rows
                  .slice(0, SAMPLES)
                  .map(({ cells }) => cells[index] ?? '')
                  .join(' · ')}
              </td>
              <td>
                <select
                  className="field-input"
                  aria-label={`${text('imports.column')} ${header}`}
                  value={column ?? ''}
                  data-testid={`import-column-${index}`}
                  onChange={(event) => {
                    const chosen = event.target.value
                    onAnswer(withColumn(mapping, index, chosen === '' ? null : chosen))
                  }}
                >
                  <option value="">{text('imports.asNote')}</option>
                  {preview.wanted.map((wanted) => (
                    <option key={wanted.column} value={wanted.column}>
                      {`${wanted.title} ${wanted.column}${wanted.required ? ' *' : ''}`}
                    </option>
                  ))}
                </select>
                <Chip tone={basis === 'none' ? 'plain' : 'good'}>{text(`imports.basis.${basis}`)}</Chip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function ConstantInput(props: {
  column: string
  value: string
  choices: readonly { readonly key: string; readonly word: string }[]
  onValue: (value: string) => void
}): ReactNode {
  const text = useText()
  const { column, value, choices, onValue } = props
  const testId = `import-constant-${column}`
  if (choices.length === 0) {
    return (
      <input
        className="field-input"
        defaultValue={value}
        placeholder={text('imports.fixedValue')}
        data-testid={testId}
        onBlur={(event) => event.target.value === value || onValue(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
    )
  }
  return (
    <select
      className="field-input"
      value={value}
      data-testid={testId}
      onChange={(event) => onValue(event.target.value)}
    >
      <option value="">{text('imports.fixedValue')}</option>
      {choices.map(({ key, word }) => (
        <option key={key} value={key}>
          {word === key ? key : `${word} ${key}`}
        </option>
      ))}
    </select>
  )
}
