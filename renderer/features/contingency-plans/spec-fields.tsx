import type { ReactNode } from 'react'
import { INCIDENT_TYPES } from '#shared/domain/taxonomy.ts'
import { useText } from '../../text/text.ts'
import { Field } from '../../ui/field.tsx'
import type { FieldSpec } from './field-spec.ts'
import { controlId, useForm } from './form-context.ts'
import { FormulaField } from './formula-field.tsx'
import { ListEditor } from './list-editor.tsx'
import { PairsField } from './pairs-field.tsx'
import { isBranch, rowsOf, type TreePath } from './plan-tree.ts'

/** Fields of one entry in a grid of twelve columns. */
export function SpecFields(props: { fields: readonly FieldSpec[]; path: TreePath }): ReactNode {
  return (
    <div className="form-grid">
      {props.fields.map((field) => (
        <SpecField key={field.key} field={field} path={[...props.path, field.key]} />
      ))}
    </div>
  )
}

function SpecField(props: { field: FieldSpec; path: TreePath }): ReactNode {
  const { field, path } = props
  switch (field.kind) {
    case 'line':
    case 'lines':
    case 'fixed':
      return <TextEntry field={field} path={path} />
    case 'number':
      return <NumberEntry field={field} path={path} />
    case 'truth':
      return <TruthEntry field={field} path={path} />
    case 'formula':
      return <FormulaField field={field} path={path} />
    case 'choice':
      return <ChoiceEntry field={field} path={path} />
    case 'types':
      return <TypesEntry field={field} path={path} />
    case 'words':
      return <WordsEntry field={field} path={path} />
    case 'pairs':
      return <PairsField field={field} path={path} />
    case 'group':
      return <GroupEntry field={field} path={path} />
    case 'list':
      return (
        <ListEditor
          field={field}
          path={path}
          renderEntry={(entry) => <SpecFields fields={field.fields} path={entry} />}
        />
      )
  }
}

function TextEntry(props: { field: FieldSpec & { kind: 'line' | 'lines' | 'fixed' }; path: TreePath }): ReactNode {
  const text = useText()
  const form = useForm()
  const { field, path } = props
  const id = controlId(path)
  const value = form.value(path)
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const change = (entered: string): void => {
    const empty = field.kind === 'fixed' || field.empty === 'text' ? '' : field.empty === 'null' ? null : undefined
    form.set(path, entered === '' ? empty : entered)
  }
  const common = {
    id,
    className: 'field-input',
    value: shown,
    spellCheck: false,
    autoComplete: 'off',
    'aria-invalid': form.errorAt(path) !== null,
    'aria-describedby': `${id}-note`,
    'data-testid': id,
  }
  return (
    <Field id={id} label={text(`contingencyField.${field.label}`)} error={form.errorAt(path)} span={field.span}>
      {field.kind === 'lines' ? (
        <textarea {...common} rows={rowsFor(shown)} onChange={(event) => change(event.target.value)} />
      ) : (
        <input {...common} readOnly={field.kind === 'fixed'} onChange={(event) => change(event.target.value)} />
      )}
    </Field>
  )
}

/** Two to eight lines, as many as the text is likely to take. */
function rowsFor(words: string): number {
  return Math.max(
    2,
    Math.min(
      8,
      words.split('\n').reduce((sum, part) => sum + 1 + Math.floor(part.length / 56), 0),
    ),
  )
}

function NumberEntry(props: { field: FieldSpec & { kind: 'number' }; path: TreePath }): ReactNode {
  const text = useText()
  const form = useForm()
  const { field, path } = props
  const id = controlId(path)
  const value = form.value(path)
  return (
    <Field id={id} label={text(`contingencyField.${field.label}`)} error={form.errorAt(path)} span={field.span}>
      <input
        id={id}
        className="field-input"
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={form.errorAt(path) !== null}
        aria-describedby={`${id}-note`}
        data-testid={id}
        value={typeof value === 'number' || typeof value === 'string' ? String(value) : ''}
        // What is no whole number stays as it was typed; the check says what is wrong with it.
        onChange={({ target }) =>
          form.set(path, /^-?\d{1,9}$/.test(target.value) ? Number(target.value) : target.value)
        }
      />
    </Field>
  )
}

function TruthEntry(props: { field: FieldSpec & { kind: 'truth' }; path: TreePath }): ReactNode {
  const text = useText()
  const form = useForm()
  const { field, path } = props
  const id = controlId(path)
  return (
    <Field id={id} label={text(`contingencyField.${field.label}`)} error={form.errorAt(path)} span={field.span}>
      <input
        id={id}
        type="checkbox"
        className="plan-check"
        data-testid={id}
        checked={form.value(path) === true}
        onChange={({ target }) => form.set(path, target.checked ? true : field.optional ? undefined : false)}
      />
    </Field>
  )
}

function ChoiceEntry(props: { field: FieldSpec & { kind: 'choice' }; path: TreePath }): ReactNode {
  const text = useText()
  const form = useForm()
  const { field, path } = props
  const id = controlId(path)
  const options = field.options(text)
  const value = form.value(path)
  const shown = typeof value === 'string' ? value : ''
  // A value out of the list is shown as it is, so that nothing is changed unseen.
  const stray = shown !== '' && !options.some((option) => option.key === shown)
  return (
    <Field id={id} label={text(`contingencyField.${field.label}`)} error={form.errorAt(path)} span={field.span}>
      <select
        id={id}
        className="field-input"
        value={shown}
        aria-invalid={form.errorAt(path) !== null}
        data-testid={id}
        onChange={({ target }) => form.set(path, target.value === '' ? undefined : target.value)}
      >
        {field.optional || shown === '' ? <option value="">{text('contingencyChoice.none')}</option> : null}
        {stray ? <option value={shown}>{shown}</option> : null}
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

function TypesEntry(props: { field: FieldSpec & { kind: 'types' }; path: TreePath }): ReactNode {
  const text = useText()
  const form = useForm()
  const { field, path } = props
  const chosen = new Set(rowsOf(form.value(path)))
  const error = form.errorAt(path)
  return (
    <fieldset className="plan-types" style={{ gridColumn: `span ${field.span}` }} id={controlId(path)} tabIndex={-1}>
      <legend className="dim">{text(`contingencyField.${field.label}`)}</legend>
      {INCIDENT_TYPES.map((type) => (
        <label key={type}>
          <input
            type="checkbox"
            checked={chosen.has(type)}
            onChange={({ target }) =>
              form.set(
                path,
                INCIDENT_TYPES.filter((one) => (one === type ? target.checked : chosen.has(one))),
              )
            }
          />
          {text(`incidentType.${type}`)}
        </label>
      ))}
      {error === null ? null : (
        <p className="danger" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function WordsEntry(props: { field: FieldSpec & { kind: 'words' }; path: TreePath }): ReactNode {
  const text = useText()
  const form = useForm()
  const { field, path } = props
  const id = controlId(path)
  const rows = rowsOf(form.value(path)).map(String)
  return (
    <Field
      id={id}
      label={text(`contingencyField.${field.label}`)}
      hint={text('contingency.edit.onePerLine')}
      error={form.errorAt(path)}
      span={field.span}
    >
      <textarea
        id={id}
        className="field-input"
        rows={Math.max(2, Math.min(8, rows.length + 1))}
        spellCheck={false}
        aria-invalid={form.errorAt(path) !== null}
        data-testid={id}
        value={rows.join('\n')}
        onChange={({ target }) => form.set(path, target.value === '' ? [] : target.value.split('\n'))}
        // Empty lines are room to type in; they are no entries.
        onBlur={() =>
          form.set(
            path,
            rows.map((row) => row.trim()).filter((row) => row !== ''),
          )
        }
      />
    </Field>
  )
}

function GroupEntry(props: { field: FieldSpec & { kind: 'group' }; path: TreePath }): ReactNode {
  const text = useText()
  const form = useForm()
  const { field, path } = props
  const present = isBranch(form.value(path))
  return (
    <div
      className="plan-group"
      style={{ gridColumn: `span ${field.span}` }}
      role="group"
      aria-label={text(`contingencyField.${field.label}`)}
    >
      {field.nullable ? (
        <label className="plan-group-switch">
          <input
            type="checkbox"
            checked={present}
            onChange={({ target }) =>
              form.set(path, target.checked ? Object.fromEntries(field.fields.map(({ key }) => [key, ''])) : null)
            }
          />
          {text('contingency.edit.seasonal')}
        </label>
      ) : null}
      {field.nullable && !present ? null : <SpecFields fields={field.fields} path={path} />}
    </div>
  )
}
