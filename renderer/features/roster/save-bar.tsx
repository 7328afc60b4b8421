import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import { SignedInputs } from '../../ui/signed-fields.tsx'
import type { GridWork } from './use-roster-grid.ts'
import type { RosterSaving } from './use-roster-save.ts'

/** Who and why, how many cells are open, and what became of the last save. */
export function SaveBar(props: { work: GridWork; saving: RosterSaving }): ReactNode {
  const text = useText()
  const { work, saving } = props
  const { said, marked } = { said: saving.said, marked: work.marked }
  return (
    <div className="list-tools keeping-foot">
      <SignedInputs id="roster" words={{ who: text('roster.who'), reason: text('roster.reason') }} signature={saving} />
      <Button
        size="small"
        intent="primary"
        disabled={saving.busy || work.edits.size === 0}
        text={text('roster.save')}
        data-testid="roster-save"
        onClick={saving.save}
      />
      <Button size="small" disabled={work.edits.size === 0} text={text('roster.discard')} onClick={work.reset} />
      {work.edits.size === 0 ? null : (
        <span className="warn strong" data-testid="roster-pending">
          {text('roster.pending', { count: work.edits.size })}
        </span>
      )}
      {marked === null ? null : (
        <span className="warn">
          {text('roster.marked', { cell: `${marked.cell.day} ${text(`roster.shift.${marked.cell.shift}`)}` })}
        </span>
      )}
      {said === null ? (
        <span className="dim cut">{text('roster.keys')}</span>
      ) : (
        <span className={said.failed ? 'danger strong' : 'good'} role="status" data-testid="roster-said">
          {said.words}
        </span>
      )}
      {saving.last === null ? null : (
        <Button size="small" text={text('roster.undo')} data-testid="roster-undo" onClick={saving.undo} />
      )}
    </div>
  )
}
