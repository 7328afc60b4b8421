import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { ImportSession } from '#shared/contract/imports.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import type { ImportHold } from './use-import.ts'
import { UndoDialog } from './undo-dialog.tsx'

/** What was written, and the way back. */
export function DoneStep(props: { session: ImportSession; hold: ImportHold; onLeave: () => void }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const [asks, setAsks] = useState(false)
  const [undone, setUndone] = useState<number | null>(null)
  const { sessionId, written } = props.session
  if (written === null) return null
  const { batchId, changes, plans } = written
  const again = (): void => void props.hold.take(client.imports.cancel({ commandId: crypto.randomUUID(), sessionId }))
  return (
    <div className="import-done" data-testid="import-done">
      <p className="strong" role="status">
        {changes === 0 ? text('imports.doneNothing') : text('imports.done', { changes })}
      </p>
      {plans === 0 ? null : <p>{text('imports.donePlans', { plans })}</p>}
      {undone === null ? null : (
        <p role="status" data-testid="import-undone">
          {text('imports.undone', { changes: undone })}
        </p>
      )}
      <div className="import-bar">
        <Button
          autoFocus
          intent="primary"
          onClick={props.onLeave}
          data-testid="import-to-library"
          text={text('imports.toLibrary')}
        />
        {batchId === null || undone !== null ? null : (
          <Button onClick={() => setAsks(true)} data-testid="import-undo" text={text('imports.undo')} />
        )}
        <Button onClick={again} data-testid="import-again" text={text('imports.again')} />
      </div>
      {asks && batchId !== null ? (
        <UndoDialog batchId={batchId} onClose={() => setAsks(false)} onDone={setUndone} />
      ) : null}
    </div>
  )
}
