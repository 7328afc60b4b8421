import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'

/** Asks what becomes of unsaved work: back to it, keep it for later, or give it up. */
export function LeaveDialog(props: {
  title: string
  onKeep: () => void
  onDiscard: () => void
  onBack: () => void
}): ReactNode {
  const text = useText()
  const { title, onKeep, onDiscard, onBack } = props
  return (
    <AskDialog
      title={text('contingency.unsaved.title')}
      text={text('contingency.unsaved.text', { title })}
      testId="plan-leave"
      choices={[
        { words: text('contingency.unsaved.back'), testId: 'plan-leave-back', tone: 'primary', take: onBack },
        { words: text('contingency.unsaved.keep'), testId: 'plan-leave-keep', take: onKeep },
        { words: text('contingency.unsaved.discard'), testId: 'plan-leave-discard', tone: 'danger', take: onDiscard },
      ]}
      onBack={onBack}
    />
  )
}
