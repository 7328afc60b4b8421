import type { ReactNode } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** Takes a whole batch back, after who and why. */
export function UndoDialog(props: { batchId: number; count: number; onClose: () => void }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  return (
    <ReasonDialog
      title={text('records.undo')}
      words={text('records.undoText', { batch: props.batchId, count: props.count })}
      run={(reasoned) => client.records.undoBatch({ ...reasoned, batchId: props.batchId })}
      onDone={props.onClose}
      onClose={props.onClose}
    />
  )
}
