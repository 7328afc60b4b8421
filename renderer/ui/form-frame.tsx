import { Button } from '@blueprintjs/core'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Step } from './use-step.ts'

/** A form of the room: Ctrl+Enter sends it; why it was refused stands beside the button. */
export function FormFrame(props: {
  label: string
  testId: string
  step: Step
  words: string
  /** What the button leads to, beside it. */
  note?: string
  onSubmit: () => void
  children: ReactNode
}): ReactNode {
  const { step, testId } = props
  return (
    <div
      className="room-form"
      role="group"
      aria-label={props.label}
      data-testid={testId}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return
        event.preventDefault()
        event.stopPropagation()
        props.onSubmit()
      }}
    >
      <div className="form-grid">{props.children}</div>
      <div className="list-tools">
        <Button
          size="small"
          intent="primary"
          disabled={step.busy}
          text={`${props.words} (Ctrl+Enter)`}
          data-testid={`${testId}-send`}
          onClick={props.onSubmit}
        />
        {props.note === undefined ? null : <span className="dim">{props.note}</span>}
        {step.error === null ? null : (
          <span className="danger" role="alert" data-testid={`${testId}-error`}>
            {step.error}
          </span>
        )}
      </div>
    </div>
  )
}
