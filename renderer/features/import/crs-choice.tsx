import type { ReactNode } from 'react'
import { IMPORT_SYSTEMS, type ImportSession } from '#shared/contract/imports.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import type { ImportHold } from './use-import.ts'

/** In which system positions were read, always in sight: what no file declares and no known place tells is WGS84. */
export function CrsChoice(props: { session: ImportSession; hold: ImportHold }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { sessionId, crs } = props.session
  const choose = (value: string): void => {
    const chosen = IMPORT_SYSTEMS.find((system) => system === value) ?? null
    void props.hold.take(client.imports.check({ commandId: crypto.randomUUID(), sessionId, crs: chosen }))
  }
  return (
    <label className="import-crs-choice">
      {text('imports.crsLabel')}
      <select
        className="field-input"
        value={crs.chosen ?? ''}
        data-testid="import-crs-choice"
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{text('imports.crsUnsaid')}</option>
        {IMPORT_SYSTEMS.map((system) => (
          <option key={system} value={system}>
            {text(`imports.crs.${system}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
