import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

/** One line of a suggestion list. */
export interface Suggestion {
  readonly key: string
  readonly label: string
  readonly detail: string
}

/** Text field with a list below: type, ↑ ↓, Enter takes the marked line, Esc closes the list. */
export function SuggestBox(props: {
  id: string
  text: string
  suggestions: readonly Suggestion[]
  /** Words under the field when the list is open and empty. */
  emptyWords: string
  placeholder: string
  testId: string
  invalid: boolean
  describedBy: string
  onText: (text: string) => void
  onTake: (key: string) => void
  /** The field was left; what was typed in full may be looked up. */
  onLeave?: () => void
  autoFocus?: boolean
}): ReactNode {
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [marked, setMarked] = useState(0)
  const { suggestions } = props
  const index = Math.min(marked, Math.max(0, suggestions.length - 1))

  const take = (key: string): void => {
    props.onTake(key)
    setOpen(false)
    setMarked(0)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setMarked(Math.max(0, Math.min(suggestions.length - 1, index + step)))
    } else if ((event.key === 'Enter' || event.key === 'Tab') && open && !event.ctrlKey) {
      const chosen = suggestions[index]
      if (chosen === undefined || props.text === '') return
      if (event.key === 'Enter') event.preventDefault()
      take(chosen.key)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    }
  }

  return (
    <div className="suggest">
      <input
        ref={input}
        id={props.id}
        className="field-input"
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && suggestions[index] ? `${list}-${index}` : undefined}
        aria-invalid={props.invalid}
        aria-describedby={props.describedBy}
        autoComplete="off"
        spellCheck={false}
        autoFocus={props.autoFocus}
        placeholder={props.placeholder}
        data-testid={props.testId}
        value={props.text}
        onChange={(event) => {
          props.onText(event.target.value)
          setOpen(true)
          setMarked(0)
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => {
          setOpen(false)
          props.onLeave?.()
        }}
        onKeyDown={onKeyDown}
      />
      {open ? (
        <ul className="suggest-list" id={list} role="listbox">
          {suggestions.map((suggestion, place) => (
            <li
              key={suggestion.key}
              id={`${list}-${place}`}
              role="option"
              aria-selected={place === index}
              onPointerDown={(event) => {
                event.preventDefault()
                take(suggestion.key)
              }}
            >
              <span>{suggestion.label}</span>
              <span className="dim">{suggestion.detail}</span>
            </li>
          ))}
          {suggestions.length === 0 && props.emptyWords !== '' ? <li className="dim">{props.emptyWords}</li> : null}
        </ul>
      ) : null}
    </div>
  )
}
