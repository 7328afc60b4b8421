import { useState, type ReactNode } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import type { TakenStep } from './step-dialog.tsx'

/** Says which step was taken, and takes it back when it was a mistake. */
export function StepSaid(props: { taken: TakenStep }): ReactNode {
  const text = useText()
  const { client, view } = useConsole()
  const who = useView(view, (state) => state.storeKeeper)
  const [said, setSaid] = useState<{ readonly words: string; readonly failed: boolean } | null>(null)
  const { step, lotId, batchId } = props.taken
  const undo = async (): Promise<void> => {
    if (batchId === null) return
    const commandId = crypto.randomUUID()
    const answer = await client.records.undoBatch({ commandId, batchId, who, reason: text('stock.undoReason') })
    setSaid({ words: answer.ok ? text('stock.undone') : answer.error.message, failed: !answer.ok })
  }
  if (said !== null) {
    return (
      <span className={said.failed ? 'danger strong' : 'good strong'} role="status" data-testid="stock-step-said">
        {said.words}
      </span>
    )
  }
  return (
    <span role="status" data-testid="stock-step-said" className="stock-side">
      <span className="good strong">{text('stock.done', { step: text(`stock.step.${step}`), lotId })}</span>
      {batchId === null ? null : (
        <button type="button" className="plain-button" data-testid="stock-undo" onClick={() => void undo()}>
          {text('stock.undo')}
        </button>
      )}
    </span>
  )
}
