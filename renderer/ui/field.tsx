import type { HTMLInputTypeAttribute, ReactNode } from 'react'

/** Label, control and error of one form field; the error is announced and tied to the control. */
export function Field(props: {
  id: string
  label: string
  error: string | null
  hint?: string
  span?: number
  children: ReactNode
}): ReactNode {
  return (
    <div
      className={`field ${props.error === null ? '' : 'field-bad'}`}
      style={{ gridColumn: `span ${props.span ?? 2}` }}
    >
      <label htmlFor={props.id}>{props.label}</label>
      {props.children}
      <p className="field-note" id={`${props.id}-note`} role={props.error === null ? undefined : 'alert'}>
        {props.error ?? props.hint ?? ''}
      </p>
    </div>
  )
}

/** A one-line text field. */
export function TextField(props: {
  id: string
  label: string
  value: string
  error: string | null
  hint?: string
  placeholder?: string
  span?: number
  unit?: string
  type?: HTMLInputTypeAttribute
  /** Lets a shortcut mark the field unknown. */
  canBeUnknown?: boolean
  testId?: string
  onChange: (value: string) => void
}): ReactNode {
  return (
    <Field {...pick(props)}>
      <span className="field-row">
        <input
          id={props.id}
          className="field-input"
          type={props.type ?? 'text'}
          value={props.value}
          placeholder={props.placeholder}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={props.error !== null}
          aria-describedby={`${props.id}-note`}
          data-testid={props.testId}
          data-unknown={props.canBeUnknown === true ? 'yes' : undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => props.onChange(event.target.value)}
        />
        {props.unit === undefined ? null : <span className="dim field-unit">{props.unit}</span>}
      </span>
    </Field>
  )
}

/** Several lines of text. */
export function LinesField(props: {
  id: string
  label: string
  value: string
  error: string | null
  hint?: string
  span?: number
  /** True: takes the focus when it appears, so that a dialog answers to its keys at once. */
  isFirst?: boolean
  onChange: (value: string) => void
}): ReactNode {
  return (
    <Field {...pick(props)}>
      <textarea
        autoFocus={props.isFirst}
        id={props.id}
        className="field-input"
        rows={3}
        value={props.value}
        spellCheck={false}
        aria-invalid={props.error !== null}
        aria-describedby={`${props.id}-note`}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Field>
  )
}

/** One of a few named values. */
export function ChoiceField<K extends string>(props: {
  id: string
  label: string
  value: K
  options: readonly { readonly key: K; readonly label: string }[]
  span?: number
  testId?: string
  onChange: (value: K) => void
}): ReactNode {
  return (
    <Field id={props.id} label={props.label} error={null} {...(props.span === undefined ? {} : { span: props.span })}>
      <select
        id={props.id}
        className="field-input"
        value={props.value}
        data-testid={props.testId}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.key === event.target.value)
          if (chosen) props.onChange(chosen.key)
        }}
      >
        {props.options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

function pick(props: { id: string; label: string; error: string | null; hint?: string; span?: number }): {
  id: string
  label: string
  error: string | null
  hint?: string
  span?: number
} {
  return {
    id: props.id,
    label: props.label,
    error: props.error,
    ...(props.hint === undefined ? {} : { hint: props.hint }),
    ...(props.span === undefined ? {} : { span: props.span }),
  }
}
