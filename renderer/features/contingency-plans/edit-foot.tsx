import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import type { SaveSaid } from './use-save.ts'

/** Foot of the editor: who, what was changed, save, and how it stands. */
export function EditFoot(props: {
  who: string
  whoError: string | null
  note: string
  busy: boolean
  dirty: boolean
  said: SaveSaid | null
  onWho: (who: string) => void
  onNote: (note: string) => void
  onSave: () => void
}): ReactNode {
  const text = useText()
  const { said } = props
  return (
    <div className="form-foot plan-foot">
      <label className={`plan-pick ${props.whoError === null ? '' : 'field-bad'}`}>
        <span className="dim">{props.whoError ?? text('contingency.edit.who')}</span>
        <input
          id="plan-edit-who"
          className="field-input"
          value={props.who}
          maxLength={60}
          data-testid="plan-edit-who"
          aria-invalid={props.whoError !== null}
          onChange={(event) => props.onWho(event.target.value)}
        />
      </label>
      <label className="plan-pick plan-note">
        <span className="dim">{text('contingency.edit.note')}</span>
        <input
          className="field-input"
          value={props.note}
          maxLength={500}
          placeholder={text('contingency.edit.noteHint')}
          data-testid="plan-edit-note"
          onChange={(event) => props.onNote(event.target.value)}
        />
      </label>
      <Button
        intent="primary"
        disabled={props.busy}
        text={props.busy ? text('contingency.edit.saving') : text('contingency.edit.save')}
        data-testid="plan-save"
        onClick={props.onSave}
      />
      <span className="plan-save-said" role="status" data-testid="plan-save-said">
        {said?.kind === 'failed' ? (
          <span className="danger two-lines" title={said.message}>
            {said.message}
          </span>
        ) : null}
        {said?.kind === 'saved' ? (
          <span className="good">{text('contingency.edit.saved', { version: said.version })}</span>
        ) : null}{' '}
        <span className={props.dirty ? 'warn' : 'dim'}>
          {props.dirty ? `● ${text('contingency.edit.dirty')}` : text('contingency.edit.clean')}
        </span>
      </span>
    </div>
  )
}
