import type { ReactNode } from 'react'
import type { ImportSession } from '#shared/contract/imports.contract.ts'
import { useText } from '../../text/text.ts'

/** How far the step under way is. */
export function ImportProgressBar(props: { session: ImportSession }): ReactNode {
  const text = useText()
  const { progress } = props.session
  if (progress === null) return <progress className="import-bar" aria-label={text('imports.title')} />
  const { phase, file, rows, of } = progress
  const words = { phase: text(`imports.phase.${phase}`), file, rows, of }
  return (
    <div className="plan-progress" role="status" data-testid="import-progress">
      <progress {...(of > 0 ? { max: of, value: Math.min(rows, of) } : {})} aria-label={text('imports.title')} />
      <span>{text(of > 0 ? 'imports.progressOf' : 'imports.progressRows', words)}</span>
    </div>
  )
}
