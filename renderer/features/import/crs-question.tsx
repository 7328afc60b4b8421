import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { IMPORT_SYSTEMS, type ImportSession, type ImportSystem } from '#shared/contract/imports.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import type { ImportHold } from './use-import.ts'

/** The question in which coordinate system the file is written; positions are never converted without an answer. */
export function CrsQuestion(props: { session: ImportSession; hold: ImportHold }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { sessionId, crs } = props.session
  const [chosen, setChosen] = useState<ImportSystem | null>(crs.question?.proposal ?? null)
  const settle = (): void => {
    if (chosen === null) return
    void props.hold.take(client.imports.check({ commandId: crypto.randomUUID(), sessionId, crs: chosen }))
  }
  return (
    <fieldset className="import-words" data-testid="import-crs">
      <legend className="warn strong">{text('imports.crsQuestion')}</legend>
      <p>{crs.question?.message}</p>
      {IMPORT_SYSTEMS.map((system) => (
        <label key={system}>
          <input
            type="radio"
            name="import-crs"
            checked={chosen === system}
            data-testid={`import-crs-${system}`}
            onChange={() => setChosen(system)}
          />
          {text(`imports.crs.${system}`)}
          {crs.question?.proposal === system ? text('imports.crsProposal') : ''}
        </label>
      ))}
      <Button
        size="small"
        disabled={chosen === null}
        onClick={settle}
        data-testid="import-crs-settle"
        text={text('imports.checkAgain')}
      />
    </fieldset>
  )
}
