import { useState, type ReactNode } from 'react'
import type { EvacueeLine } from '#shared/contract/shelters.contract.ts'
import { useText } from '../../text/text.ts'
import { clockText, dateTimeText } from '../../text/time-text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Chip } from '../../ui/marks.tsx'
import { Panel } from '../../ui/panel.tsx'

/** As many rows as a glance takes; the rest by the search box. */
const SHOWN = 200

/** People listed for or in a shelter, with zone, times and special needs. */
export function PeopleTable(props: { people: readonly EvacueeLine[] }): ReactNode {
  const text = useText()
  const [search, setSearch] = useState('')
  const wanted = search.trim()
  const found = props.people.filter(
    ({ name, code, zone, point }) => wanted === '' || [name, code, zone, point].some((words) => words.includes(wanted)),
  )
  return (
    <Panel title={text('shelters.people')} count={props.people.length} testId="shelter-people">
      <div className="list-tools">
        <input
          className="field-input library-search"
          type="search"
          aria-label={text('library.search')}
          placeholder={text('library.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {found.length > SHOWN ? (
          <span className="dim">{text('shelters.more', { count: found.length - SHOWN })}</span>
        ) : null}
      </div>
      <div className="scroll fill">
        {props.people.length === 0 ? (
          <p className="panel-note">{text('shelters.noPeople')}</p>
        ) : (
          <DataTable
            label={text('shelters.people')}
            rows={found.slice(0, SHOWN)}
            rowKey={({ evacueeId }) => evacueeId}
            columns={[
              {
                ...{ key: 'name', title: text('shelters.person'), width: '24%' },
                cell: ({ name, isUnlisted, code, note }) => (
                  <span title={`${code} ${note}`}>
                    <span className="strong">{name}</span>{' '}
                    {isUnlisted ? <Chip tone="warn">{text('shelters.unlisted')}</Chip> : null}
                  </span>
                ),
              },
              {
                ...{ key: 'status', title: text('shelters.stateOf'), width: '110px' },
                cell: ({ status, arrivedAt, leftAt, leftTo }) => (
                  <span title={`${dateTimeText(arrivedAt)} ${dateTimeText(leftAt)} ${leftTo}`}>
                    {text(`shelters.status.${status}`)}{' '}
                    {status === 'expected' ? '' : clockText(status === 'left' ? leftAt : arrivedAt)}
                  </span>
                ),
              },
              { key: 'zone', title: text('shelters.zone'), width: '20%', cell: ({ zone }) => zone },
              {
                ...{ key: 'needs', title: text('shelters.needs'), width: '22%' },
                cell: ({ specialNeeds }) =>
                  specialNeeds === '' ? '' : <span className="warn">{`＋ ${specialNeeds}`}</span>,
              },
              {
                key: 'point',
                title: text('shelters.point'),
                cell: ({ point }) => (
                  <span className="dim cut" title={point}>
                    {point}
                  </span>
                ),
              },
            ]}
          />
        )}
      </div>
    </Panel>
  )
}
