import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import type { PlanEdit } from '../../app/plan-desk.ts'
import { useText } from '../../text/text.ts'
import { openPage, setDesk } from './desk-actions.ts'
import { LeaveDialog } from './leave-dialog.tsx'

/** Head of the editor: the way out, what is edited, form or text. */
export function EditBar(props: { edit: PlanEdit; busy: boolean; onMode: (mode: PlanEdit['mode']) => void }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const [leaving, setLeaving] = useState(false)
  const { edit } = props
  const go = (keep: boolean): void => {
    const { base } = edit
    setDesk(view, keep ? {} : { edit: null })
    openPage(
      view,
      base === null ? { kind: 'list' } : { kind: 'plan', planId: base.planId, version: base.version, path: '' },
    )
  }
  return (
    <div className="plan-bar">
      <div className="plan-bar-row">
        <Button
          size="small"
          text={text('contingency.edit.leave')}
          data-testid="plan-edit-leave"
          onClick={() => (edit.dirty ? setLeaving(true) : go(false))}
        />
        <h2 className="one-line-text">{text('contingency.edit.title', { title: edit.title })}</h2>
        <span className="plan-bar-gap" />
        <span className="mode-picks" role="radiogroup" aria-label={text('contingency.edit.mode')}>
          {(['form', 'text'] as const).map((mode) => (
            <label key={mode}>
              <input
                type="radio"
                name="plan-edit-mode"
                checked={edit.mode === mode}
                data-testid={`plan-mode-${mode}`}
                onChange={() => props.onMode(mode)}
              />
              {text(`contingency.edit.${mode}`)}
            </label>
          ))}
        </span>
      </div>
      {leaving ? (
        <LeaveDialog
          title={edit.title}
          onKeep={() => go(true)}
          onDiscard={() => go(false)}
          onBack={() => setLeaving(false)}
        />
      ) : null}
    </div>
  )
}
