import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { BatchEntry } from '#shared/contract/records.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { openRecord } from '../../app/record-desk.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { kindTitle, shortTime } from './record-words.ts'
import { UndoDialog } from './undo-dialog.tsx'

const SHOWN = 100

/** Changes of the whole library, the newest first, each with its records and the way to take it back. */
export function LibraryChanges(): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const [undoing, setUndoing] = useState<BatchEntry | null>(null)
  const input = { limit: SHOWN }
  const { value, error } = useQuery(appContract.records.batches, input)
  if (value === null) return <Unloaded of={appContract.records.batches} input={input} error={error} />
  return (
    <Panel title={text('records.changes')} count={value.total} testId="library-changes" className="fill">
      <div className="scroll fill">
        <DataTable
          label={text('records.changes')}
          rows={value.batches}
          rowKey={(batch) => String(batch.batchId)}
          columns={[
            { key: 'batch', title: text('records.batch'), width: '52px', cell: (batch) => batch.batchId },
            { key: 'at', title: text('records.at'), width: '132px', cell: (batch) => shortTime(batch.recordedAt) },
            { key: 'who', title: text('records.who'), width: '90px', cell: (batch) => batch.who },
            {
              key: 'kind',
              title: text('records.what'),
              width: '86px',
              cell: (batch) => text(`records.kind.${batch.kind}`),
            },
            { key: 'count', title: text('records.count'), width: '52px', end: true, cell: (batch) => batch.changes },
            {
              key: 'records',
              title: text('records.namedBy'),
              cell: (batch) => (
                <span className="record-links">
                  {batch.records.map(({ kind, key, name }, index) => (
                    <button
                      key={index}
                      type="button"
                      className="link-button"
                      onClick={() => openRecord(view, kind, key)}
                    >
                      {`${kindTitle(kind, text)} ${name}`}
                    </button>
                  ))}
                </span>
              ),
            },
            {
              key: 'reason',
              title: text('records.reason'),
              cell: (batch) => (
                <>
                  {batch.reason}
                  {batch.undoes === null ? null : (
                    <span className="dim">{` ${text('records.undoes', { batch: batch.undoes })}`}</span>
                  )}
                  {batch.undoneBy === null ? null : (
                    <span className="dim">{` ${text('records.undoneBy', { batch: batch.undoneBy })}`}</span>
                  )}
                </>
              ),
            },
            {
              key: 'undo',
              title: '',
              width: '72px',
              cell: (batch) =>
                batch.kind === 'initial' || batch.undoneBy !== null ? null : (
                  <Button
                    size="small"
                    text={text('records.undo')}
                    data-testid={`undo-${batch.batchId}`}
                    onClick={() => setUndoing(batch)}
                  />
                ),
            },
          ]}
        />
      </div>
      {undoing === null ? null : (
        <UndoDialog batchId={undoing.batchId} count={undoing.changes} onClose={() => setUndoing(null)} />
      )}
    </Panel>
  )
}
