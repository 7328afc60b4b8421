import type { ReactNode } from 'react'
import { TextField } from './field.tsx'
import type { Signature } from './signature.ts'

/** Names of the two fields, and what stands at one that is missing. */
export interface SignedWords {
  readonly who: string
  readonly reason: string
  readonly whoMissing: string
  readonly reasonMissing: string
}

/** Who and why as two fields of a form grid, found as `<id>-who` and `<id>-reason`. */
export function SignedFields(props: {
  id: string
  words: SignedWords
  signature: Signature
  /** Columns of the grid that the two take. */
  spans?: readonly [who: number, reason: number]
}): ReactNode {
  const { id, words, signature, spans = [4, 8] } = props
  const isMissing = (value: string): boolean => signature.asked && value.trim() === ''
  return (
    <>
      <TextField
        id={`${id}-who`}
        label={words.who}
        span={spans[0]}
        value={signature.who}
        error={isMissing(signature.who) ? words.whoMissing : null}
        testId={`${id}-who`}
        onChange={signature.setWho}
      />
      <TextField
        id={`${id}-reason`}
        label={words.reason}
        span={spans[1]}
        value={signature.reason}
        error={isMissing(signature.reason) ? words.reasonMissing : null}
        testId={`${id}-reason`}
        onChange={signature.setReason}
      />
    </>
  )
}

/** Who and why as two boxes of a one-line bar, found as `<id>-who` and `<id>-reason`. */
export function SignedInputs(props: {
  id: string
  words: Pick<SignedWords, 'who' | 'reason'>
  signature: Pick<Signature, 'who' | 'reason' | 'setWho' | 'setReason'>
}): ReactNode {
  const { id, words, signature } = props
  return (
    <>
      <input
        className="field-input keeping-who"
        aria-label={words.who}
        placeholder={words.who}
        value={signature.who}
        data-testid={`${id}-who`}
        onChange={(event) => signature.setWho(event.target.value)}
      />
      <input
        className="field-input keeping-reason"
        aria-label={words.reason}
        placeholder={words.reason}
        value={signature.reason}
        data-testid={`${id}-reason`}
        onChange={(event) => signature.setReason(event.target.value)}
      />
    </>
  )
}
