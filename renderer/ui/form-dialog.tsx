import { Dialog } from '@blueprintjs/core'
import type { KeyboardEvent, ReactNode } from 'react'

/** A dialog with something to fill in. Ctrl+Enter goes on, Escape leaves; an error stands above the buttons. */
export function FormDialog(props: {
  title: string
  /** Heading, where it says more than the title. */
  heading?: string
  testId: string
  className?: string
  error: string | null
  submit: {
    readonly words: string
    readonly testId: string
    readonly isDanger?: boolean
    /** It is being done: a second try does nothing. */
    readonly isBusy?: boolean
    /** It cannot be done as things stand. */
    readonly isBlocked?: boolean
  }
  cancel: { readonly words: string; readonly testId?: string }
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}): ReactNode {
  const { title, testId, className, error, submit, cancel, onSubmit, onClose } = props
  return (
    <Dialog isOpen onClose={onClose} {...(className === undefined ? {} : { className })}>
      <div
        className="confirm"
        role="dialog"
        aria-label={title}
        data-testid={testId}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return
          event.preventDefault()
          onSubmit()
        }}
      >
        <h2>{props.heading ?? title}</h2>
        {props.children}
        {error === null ? null : (
          <p className="danger" role="alert" data-testid={`${testId}-error`}>
            {error}
          </p>
        )}
        <div className="actions">
          <button
            type="button"
            className={`plain-button ${submit.isDanger === true ? 'plain-danger' : 'plain-primary'}`}
            disabled={submit.isBlocked}
            aria-disabled={submit.isBusy}
            data-testid={submit.testId}
            onClick={onSubmit}
          >
            {submit.words}
          </button>
          <button type="button" className="plain-button" data-testid={cancel.testId} onClick={onClose}>
            {cancel.words}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
