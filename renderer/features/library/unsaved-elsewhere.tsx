import type { ReactNode } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { setRecordDesk, type RecordDraft } from '../../app/record-desk.ts'
import { useText } from '../../text/text.ts'
import { isDirty } from './record-draft.ts'
import { kindTitle } from './record-words.ts'

/** Unsaved work on a record that is not on the screen, with the way back to it. */
export function UnsavedElsewhere(props: { draft: RecordDraft | null }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const { draft } = props
  if (!isDirty(draft)) return null
  const { name = '' } = draft.cells
  const title = name === '' ? (draft.key ?? '') : name
  return (
    <p className="panel record-unsaved" role="status" data-testid="record-unsaved-elsewhere">
      <span className="warn">{text('records.unsavedOther', { name: `${kindTitle(draft.kind, text)} ${title}` })}</span>
      <button
        type="button"
        className="link-button"
        onClick={() => setRecordDesk(view, { open: { kind: draft.kind, key: draft.key } })}
      >
        {text('records.unsavedOpen')}
      </button>
      <button type="button" className="link-button" onClick={() => setRecordDesk(view, { draft: null })}>
        {text('records.unsavedDiscard')}
      </button>
    </p>
  )
}
