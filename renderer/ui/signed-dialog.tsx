import { useState, type ReactNode } from 'react'
import type { Answer } from '#shared/contract/define.ts'
import { FormDialog } from './form-dialog.tsx'
import { SignedFields, type SignedWords } from './signed-fields.tsx'
import { useSignature, type Signed } from './signature.ts'

/** Asks who and why before one thing is done, does it, and shows why it was refused. */
export function SignedDialog<V>(props: {
  /** Leads the test ids: `<id>-dialog`, `<id>-dialog-error`, `<id>-who`, `<id>-reason`, `<id>-confirm`. */
  id: string
  title: string
  text: string
  words: SignedWords & { readonly confirm: string; readonly cancel: string }
  /** What is said while it is being done, when that takes seconds. */
  busyWords?: string
  firstWho?: string
  run: (signed: Signed) => Promise<Answer<V>>
  onDone: (value: V) => void
  onClose: () => void
}): ReactNode {
  const { id, words } = props
  const signature = useSignature(props.firstWho)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const confirm = async (): Promise<void> => {
    const signed = signature.sign()
    if (busy || signed === null) return
    setBusy(true)
    const answer = await props.run(signed)
    setBusy(false)
    if (answer.ok) props.onDone(answer.value)
    else setError(answer.error.message)
  }
  return (
    <FormDialog
      title={props.title}
      testId={`${id}-dialog`}
      error={error}
      submit={{ words: words.confirm, testId: `${id}-confirm`, isBusy: busy }}
      cancel={{ words: words.cancel }}
      onSubmit={() => void confirm()}
      onClose={props.onClose}
    >
      <p>{props.text}</p>
      <div className="form-grid">
        <SignedFields id={id} words={words} signature={signature} />
      </div>
      <p role="status" className="dim" data-testid={`${id}-busy`}>
        {busy ? (props.busyWords ?? '') : ''}
      </p>
    </FormDialog>
  )
}
