import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { CellProblem, RecordView } from '#shared/contract/records.contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { isTableName } from '#shared/domain/dataset/record-kinds.ts'
import type { RecordDraft } from '../../app/record-desk.ts'
import { useText } from '../../text/text.ts'
import { groupColumns } from './field-groups.ts'
import { changedColumns, withCell } from './record-draft.ts'
import { RecordField } from './record-field.tsx'
import { ExtraFields } from './extra-fields.tsx'

/** The cells of a record in groups. A problem stands at its field: at once where something was typed, else after a try to save. */
export function RecordForm(props: {
  draft: RecordDraft
  record: RecordView | null
  canEdit: boolean
  problems: readonly CellProblem[]
  showAll: boolean
  onDraft: (draft: RecordDraft) => void
}): ReactNode {
  const text = useText()
  const { draft, record, canEdit, onDraft } = props
  const proposed = useQuery(appContract.records.proposeKey, record === null ? { kind: draft.kind } : null)
  const changed = changedColumns(draft)
  const problemOf = (column: string): string | null => {
    const found = props.problems.find((problem) => problem.column.split(/[,+]/).includes(column))
    // A new record without an id gets one from the core.
    if (found === undefined || (found.code === 'value-missing' && isProposed(column))) return null
    return props.showAll || changed.includes(column) ? found.message : null
  }
  const isProposed = (column: string): boolean =>
    record === null && (column === 'id' || column === 'lot_id') && (proposed.value?.key ?? '') !== ''
  const columns = Object.keys(draft.cells).filter((column) => column !== 'is_demo')
  return (
    <fieldset className="record-fields" disabled={!canEdit}>
      {isTableName(draft.kind) ? null : <p className="panel-note dim">{text('records.readOnly')}</p>}
      {groupColumns(columns).map((part) => (
        <fieldset key={part.group}>
          <legend>{text(`records.group.${part.group}`)}</legend>
          <div className="form-grid">
            {part.columns.map((column) => (
              <RecordField
                key={column}
                kind={draft.kind}
                column={column}
                value={draft.cells[column] ?? ''}
                problem={problemOf(column)}
                proposedKey={isProposed(column) ? (proposed.value?.key ?? '') : ''}
                isNew={record === null}
                onChange={(value) => onDraft(withCell(draft, column, value))}
              />
            ))}
          </div>
          {part.group === 'source' && record?.isDemo === true && canEdit ? (
            <label className="record-verified">
              <span className="dim">{text('records.demoStays')}</span>
              <input
                type="checkbox"
                checked={draft.verified}
                data-testid="record-verified"
                onChange={(event) => onDraft({ ...draft, verified: event.target.checked })}
              />
              {text('records.verified')}
            </label>
          ) : null}
        </fieldset>
      ))}
      <ExtraFields draft={draft} onDraft={onDraft} />
    </fieldset>
  )
}
