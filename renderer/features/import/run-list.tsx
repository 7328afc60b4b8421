import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { appContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { UndoDialog } from './undo-dialog.tsx'

type Run = OutputOf<typeof appContract.imports.runs>[number]

/** Imports that were written, with the way back. */
export function RunList(props: { runs: readonly Run[] }): ReactNode {
  const text = useText()
  const [batchId, setBatchId] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  if (props.runs.length === 0) return <p className="panel-note dim">{text('imports.noRuns')}</p>
  return (
    <div className="scroll fill">
      {said === '' ? null : (
        <p className="panel-note" role="status" data-testid="import-undone">
          {said}
        </p>
      )}
      <DataTable
        label={text('imports.runs')}
        rows={props.runs}
        rowKey={({ runId }) => String(runId)}
        columns={[
          {
            key: 'at',
            title: text('imports.at'),
            width: '128px',
            oneLine: true,
            cell: (run) => run.at.slice(0, 16).replace('T', ' '),
          },
          {
            key: 'files',
            title: text('imports.files'),
            cell: (run) => (
              <span title={run.files.map(({ name, sha256 }) => `${name} sha256:${sha256}`).join('\n')}>
                {run.files.map(({ name }) => name).join('、')}
              </span>
            ),
          },
          {
            key: 'counts',
            title: text('imports.counts'),
            width: '150px',
            cell: ({ counts }) => `${counts['new'] ?? 0} / ${counts['changed'] ?? 0} / ${counts['refused'] ?? 0}`,
          },
          { key: 'who', title: text('imports.who'), width: '90px', cell: (run) => run.who },
          { key: 'reason', title: text('imports.reason'), cell: (run) => run.reason },
          {
            key: 'state',
            title: text('imports.state'),
            width: '150px',
            cell: (run) => {
              if (run.undoneBy !== null) return <span className="dim">{text('imports.isUndone')}</span>
              if (run.batchId === null) return text('imports.standing')
              return (
                <Button
                  size="small"
                  onClick={() => setBatchId(run.batchId)}
                  data-testid={`import-undo-${run.runId}`}
                  text={text('imports.undo')}
                />
              )
            },
          },
        ]}
      />
      {batchId === null ? null : (
        <UndoDialog
          batchId={batchId}
          onClose={() => setBatchId(null)}
          onDone={(changes) => setSaid(text('imports.undone', { changes }))}
        />
      )}
    </div>
  )
}
