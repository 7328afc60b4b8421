import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { ImportSession } from '#shared/contract/imports.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { SignedFields } from '../../ui/signed-fields.tsx'
import { useSignature } from '../../ui/signature.ts'
import { importSigning } from './import-signing.ts'
import type { ImportHold } from './use-import.ts'
import { useSubmitKey } from './use-submit-key.ts'

/** Options, name and reason, and the button that writes. */
export function WriteForm(props: { session: ImportSession; hold: ImportHold }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { session, hold } = props
  const [skipRefused, setSkip] = useState(false)
  const [retireAbsent, setRetire] = useState(false)
  const signature = useSignature()
  const counts = session.counts ?? { new: 0, changed: 0, unchanged: 0, refused: 0, absent: 0 }
  const roadsGone = session.sources
    .filter(({ kind }) => kind === 'roads')
    .reduce((sum, source) => sum + (source.counts?.absent ?? 0), 0)
  const plans = session.sources.filter(({ form, problem }) => form === 'plan' && problem === '').length
  const others = counts.absent - roadsGone
  const changes = counts.new + counts.changed + roadsGone + (retireAbsent ? others : 0)
  const mayWrite = (changes > 0 || plans > 0) && (counts.refused === 0 || skipRefused) && session.crs.question === null
  const write = (): void => {
    const signed = signature.sign()
    if (!mayWrite || signed === null) return
    const { sessionId } = session
    void hold.take(client.imports.commit({ ...signed, sessionId, skipRefused, retireAbsent }))
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
        <SignedFields id="import" words={importSigning(text)} signature={signature} spans={[3, 6]} />
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
