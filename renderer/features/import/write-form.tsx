import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { ImportSession } from '#shared/contract/imports.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'
import type { ImportHold } from './use-import.ts'
import { useSubmitKey } from './use-submit-key.ts'

/** Options, name and reason, and the button that writes. */
export function WriteForm(props: { session: ImportSession; hold: ImportHold }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { session, hold } = props
  const [skipRefused, setSkip] = useState(false)
  const [retireAbsent, setRetire] = useState(false)
  const [who, setWho] = useState('')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const counts = session.counts ?? { new: 0, changed: 0, unchanged: 0, refused: 0, absent: 0 }
  const roadsGone = session.sources
    .filter(({ kind }) => kind === 'roads')
    .reduce((sum, source) => sum + (source.counts?.absent ?? 0), 0)
  const plans = session.sources.filter(({ form, problem }) => form === 'plan' && problem === '').length
  const others = counts.absent - roadsGone
  const changes = counts.new + counts.changed + roadsGone + (retireAbsent ? others : 0)
  const mayWrite = (changes > 0 || plans > 0) && (counts.refused === 0 || skipRefused) && session.crs.question === null
  const missing = (value: string): string | null => (asked && value.trim() === '' ? text('imports.required') : null)
  const write = (): void => {
    setAsked(true)
    if (!mayWrite || who.trim() === '' || reason.trim() === '') return
    const { sessionId } = session
    void hold.take(
      client.imports.commit({ commandId: crypto.randomUUID(), sessionId, who, reason, skipRefused, retireAbsent }),
    )
    hold.look()
  }
  useSubmitKey(write)
  return (
    <div className="import-write panel" data-testid="import-write-form">
      {roadsGone === 0 ? null : <p className="warn">{text('imports.roadsReplaced', { count: roadsGone })}</p>}
      <div className="import-bar">
        {counts.refused === 0 ? null : (
          <label>
            <input
              type="checkbox"
              checked={skipRefused}
              data-testid="import-skip"
              onChange={() => setSkip(!skipRefused)}
            />
            {text('imports.skipRefused', { count: counts.refused })}
          </label>
        )}
        {others === 0 ? null : (
          <label>
            <input
              type="checkbox"
              checked={retireAbsent}
              data-testid="import-retire"
              onChange={() => setRetire(!retireAbsent)}
            />
            {text('imports.retireAbsent', { count: others })}
          </label>
        )}
      </div>
      <div className="form-grid">
        <TextField
          id="import-who"
          label={text('imports.who')}
          span={3}
          value={who}
          error={missing(who)}
          testId="import-who"
          onChange={setWho}
        />
        <TextField
          id="import-reason"
          label={text('imports.reason')}
          span={6}
          value={reason}
          error={missing(reason)}
          testId="import-reason"
          onChange={setReason}
        />
        <div className="import-submit">
          <Button
            intent="primary"
            disabled={!mayWrite}
            onClick={write}
            data-testid="import-write"
            text={changes > 0 || plans > 0 ? text('imports.write', { count: changes }) : text('imports.writeNothing')}
          />
        </div>
      </div>
    </div>
  )
}
