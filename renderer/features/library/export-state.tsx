import type { ReactNode } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import type { ExportHold } from './use-export.ts'

/** How far the export is, where it was written, or why not. */
export function ExportState(props: { hold: ExportHold }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { session, refusal, take } = props.hold
  const failure = refusal ?? session?.error?.message ?? null
  if (failure !== null) {
    return (
      <p className="danger" role="alert" data-testid="export-error">
        {failure}
      </p>
    )
  }
  if (session === null) return null
  if (session.state === 'done') {
    return (
      <p role="status" data-testid="export-done">
        {text('exports.done', { count: session.records, path: session.path })}
      </p>
    )
  }
  const { exportId, progress } = session
  const { file, records, of } = progress ?? { file: '', records: 0, of: 0 }
  return (
    <div className="plan-progress" role="status" data-testid="export-progress">
      <progress {...(of > 0 ? { max: of, value: records } : {})} aria-label={text('exports.title')} />
      <span>{text('exports.progress', { file, records, of })}</span>
      <button
        type="button"
        className="plain-button"
        data-testid="export-cancel"
        onClick={() => void take(client.exports.cancel({ commandId: crypto.randomUUID(), exportId }))}
      >
        {text('exports.cancel')}
      </button>
    </div>
  )
}
