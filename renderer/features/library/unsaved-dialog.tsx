import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'

/** Asks what becomes of unsaved work: back to it, or give it up. */
export function UnsavedDialog(props: { name: string; onDiscard: () => void; onBack: () => void }): ReactNode {
  const text = useText()
  const { name, onDiscard, onBack } = props
  return (
    <AskDialog
      title={text('records.unsavedTitle')}
      text={text('records.unsavedText', { name })}
      testId="record-unsaved"
      choices={[
        { words: text('records.unsavedBack'), testId: 'record-unsaved-back', tone: 'primary', take: onBack },
        { words: text('records.unsavedDiscard'), testId: 'record-discard', tone: 'danger', take: onDiscard },
      ]}
      onBack={onBack}
    />
  )
}
