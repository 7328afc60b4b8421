import type { ReactNode } from 'react'
import type { RecordDraft } from '../../app/record-desk.ts'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'

/** Cells of columns that came with a file and have no place in the table: kept, shown, and edited as they are. */
export function ExtraFields(props: { draft: RecordDraft; onDraft: (draft: RecordDraft) => void }): ReactNode {
  const text = useText()
  const { draft, onDraft } = props
  const columns = Object.keys({ ...draft.extrasBefore, ...draft.extras })
  if (columns.length === 0) return null
  return (
    <fieldset data-testid="record-extras">
      <legend>{text('records.extras')}</legend>
      <p className="dim">{text('records.extrasNote')}</p>
      <div className="form-grid">
        {columns.map((column, index) => (
          <TextField
            key={column}
            id={`record-extra-${index}`}
            label={column}
            value={draft.extras[column] ?? ''}
            error={null}
            span={4}
            testId={`record-extra-${index}`}
            onChange={(value) => onDraft({ ...draft, extras: { ...draft.extras, [column]: value } })}
          />
        ))}
      </div>
    </fieldset>
  )
}
