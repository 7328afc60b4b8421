import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'

/** Plain words for a part that has nothing to show yet. */
export function Waiting(props: { words: string }): ReactNode {
  return (
    <p className="state-view" role="status">
      {props.words}
    </p>
  )
}

/** A failed read: what failed, why, and the way to try again. */
export function Failed(props: { words: string; message: string; retryWords: string; onRetry: () => void }): ReactNode {
  return (
    <div className="state-view error" role="alert">
      <p>
        {props.words}
        <br />
        {props.message}
      </p>
      <Button size="small" onClick={props.onRetry} text={props.retryWords} />
    </div>
  )
}
