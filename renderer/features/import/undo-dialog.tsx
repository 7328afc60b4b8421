import type { ReactNode } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { SignedDialog } from '../../ui/signed-dialog.tsx'
import { importSigning } from './import-signing.ts'

/** Takes an import back, under a name and with a reason. */
export function UndoDialog(props: {
  batchId: number
  onClose: () => void
  onDone: (changes: number) => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { batchId } = props
  return (
    <SignedDialog
      id="import-undo"
      title={text('imports.undoTitle')}
      text={text('imports.undoText')}
      words={{
        ...importSigning(text),
        confirm: text('imports.confirmUndo'),
        cancel: text('contingency.step.cancel'),
      }}
      run={(signed) => client.imports.undo({ ...signed, batchId })}
      onDone={({ changes }) => {
        props.onDone(changes)
        props.onClose()
      }}
      onClose={props.onClose}
    />
  )
}
