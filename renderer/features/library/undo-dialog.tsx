import type { ReactNode } from 'react'
import type { Answer } from '#shared/contract/define.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** From this many changes on a batch is taken back beside the core, so that both windows stay answered meanwhile. */
const LARGE_BATCH = 2_000

/** Takes a whole batch back, after who and why. */
export function UndoDialog(props: { batchId: number; count: number; onClose: () => void }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const isLarge = props.count > LARGE_BATCH
  return (
    <ReasonDialog
      title={text('records.undo')}
      words={text('records.undoText', { batch: props.batchId, count: props.count })}
      run={async (reasoned): Promise<Answer<unknown>> => {
        const asked = { ...reasoned, batchId: props.batchId }
        return isLarge ? client.imports.undo(asked) : client.records.undoBatch(asked)
      }}
      busyWords={isLarge ? text('records.undoing', { count: props.count }) : ''}
      onDone={props.onClose}
      onClose={props.onClose}
    />
  )
}
