import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { RunList } from './run-list.tsx'
import type { ImportHold } from './use-import.ts'

/** Choosing files, and what was imported before. */
export function FileStep(props: { hold: ImportHold }): ReactNode {
  const text = useText()
  const { shell, client } = useConsole()
  const { take, refuse } = props.hold
  const runs = useQuery(appContract.imports.runs, {})
  const choose = async (what: 'files' | 'folder'): Promise<void> => {
    const chosen = await shell.file.chooseFiles({ title: text('imports.chooseTitle'), what })
    if (!chosen.ok) refuse(chosen.error.message)
    else if (chosen.value.outcome === 'done')
      await take(client.imports.open({ commandId: crypto.randomUUID(), ticket: chosen.value.ticket }))
  }
  return (
    <>
      <div className="import-choose">
        <Button
          autoFocus
          intent="primary"
          onClick={() => void choose('files')}
          data-testid="import-choose-files"
          text={text('imports.chooseFiles')}
        />
        <Button
          onClick={() => void choose('folder')}
          data-testid="import-choose-folder"
          text={text('imports.chooseFolder')}
        />
        <p className="dim">{text('imports.hint')}</p>
      </div>
      <Panel title={text('imports.runs')} className="fill" testId="import-runs">
        {runs.value === null ? (
          <Unloaded of={appContract.imports.runs} input={{}} error={runs.error} />
        ) : (
          <RunList runs={runs.value} />
        )}
      </Panel>
    </>
  )
}
