import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { KnownSeat } from '#shared/contract/bundles.contract.ts'
import { useText } from '../../text/text.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { machineName } from './machine-name.ts'

/** The other machines: what is here of each, what it still lacks, and which of them cannot be believed any more. */
export function MachinesPanel(props: { machines: readonly KnownSeat[]; onGive: (seat: string) => void }): ReactNode {
  const text = useText()
  const { machines } = props
  return (
    <Panel title={text('merging.others')} count={machines.length} testId="merging-others">
      {machines.length === 0 ? (
        <p className="panel-note">{text('merging.noOthers')}</p>
      ) : (
        <DataTable
          label={text('merging.others')}
          rows={machines}
          rowKey={({ seat }) => seat}
          columns={[
            {
              ...{ key: 'machine', title: text('merging.machine') },
              cell: (row) => <span className="strong">{machineName(row, text)}</span>,
            },
            { key: 'entries', title: text('merging.entries'), width: '66px', end: true, cell: (row) => row.entries },
            {
              ...{ key: 'last', title: text('merging.lastIn'), width: '112px' },
              cell: (row) => dateTimeText(row.lastInAt),
            },
            {
              ...{ key: 'waiting', title: text('merging.waiting'), width: '66px', end: true },
              cell: (row) => (row.waiting > 0 ? <span className="warn strong">{row.waiting}</span> : row.waiting),
            },
            {
              ...{ key: 'give', title: '', width: '96px' },
              cell: (row) => (
                <Button
                  size="small"
                  text={text('merging.give')}
                  data-testid={`merging-give-${row.mark}`}
                  onClick={() => props.onGive(row.seat)}
                />
              ),
            },
          ]}
        />
      )}
      {machines.map(({ seat, mark, frozen }) =>
        frozen === null ? null : (
          <p key={seat} className="panel-note danger" role="alert" data-testid={`merging-frozen-${mark}`}>
            {`▲ ${mark} ${text('merging.frozen', {
              seq: frozen.seq,
              hash: frozen.hash.slice(0, 12),
              ownHash: frozen.ownHash.slice(0, 12),
            })}`}
          </p>
        ),
      )}
    </Panel>
  )
}
