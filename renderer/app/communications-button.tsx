import type { ReactNode } from 'react'
import { useText } from '../text/text.ts'
import { useConsole } from './console-context.tsx'
import { usePaper } from './use-paper.ts'

/** Keeps the communications sheet of an incident's plan in force as PDF, and says what became of it. */
export function CommunicationsButton(props: { incidentId: string }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const paper = usePaper()
  const { incidentId } = props
  return (
    <>
      <span className={paper.said?.failed === true ? 'danger' : ''} role="status">
        {paper.said?.words ?? ''}
      </span>{' '}
      <button
        type="button"
        className="plain-button handbook-button"
        disabled={paper.busy}
        data-testid="plan-communications-pdf"
        onClick={() => paper.savePdf(() => client.cards.communications({ incidentId }))}
      >
        {text('cards.savePdf')}
      </button>
    </>
  )
}
