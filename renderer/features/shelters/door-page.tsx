import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { setRecordDesk } from '../../app/record-desk.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { usePageKey } from '../../app/use-page-key.ts'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { CallList } from './call-list.tsx'
import { DoorBox } from './door-box.tsx'
import { ListPanel } from './list-panel.tsx'
import { useDoor } from './use-door.ts'

/** 到场登记: one box at the door, the call list of those missing, and the list itself. Ctrl+Z takes the last tick back. */
export function DoorPage(props: { first: string | null; onBack: () => void }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const who = useView(view, (state) => state.recordDesk.who)
  const board = useQuery(appContract.shelters.board, {})
  const [shelterId, setShelterId] = useState(props.first)
  const [zoneId, setZoneId] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const shelters = board.value ?? []
  const at = shelterId ?? shelters[0]?.shelterId ?? ''
  const opened = useQuery(appContract.shelters.open, at === '' ? null : { shelterId: at })
  const door = useDoor({ shelterId: at, zoneId, who }, () => setRound(round + 1))
  usePageKey((event) => {
    if (event.ctrlKey && event.key.toLowerCase() === 'z' && door.last !== null) {
      door.takeBack()
      return true
    }
    if (event.key !== 'Escape' || event.defaultPrevented) return false
    props.onBack()
    return true
  })
  if (board.value === null) return <Unloaded of={appContract.shelters.board} input={{}} error={board.error} />
  const line = opened.value?.line
  return (
    <div className="keeping-room" data-testid="door-page">
      <Panel
        title={text('arrivals.title')}
        side={line === undefined ? '' : text('shelters.inside', { people: line.occupied, free: line.free })}
      >
        <div className="list-tools">
          <Button size="small" text={text('shelters.back')} onClick={props.onBack} />
          <select
            className="field-input keeping-pick"
            aria-label={text('arrivals.at')}
            value={at}
            data-testid="door-shelter"
            onChange={(event) => {
              setShelterId(event.target.value)
              setZoneId(null)
            }}
          >
            {shelters.map(({ shelterId: id, name, town }) => (
              <option key={id} value={id}>
                {`${name} ${town}`}
              </option>
            ))}
          </select>
          <select
            className="field-input record-pick"
            aria-label={text('arrivals.zone')}
            value={zoneId ?? ''}
            data-testid="door-zone"
            onChange={(event) => setZoneId(event.target.value === '' ? null : event.target.value)}
          >
            <option value="">{text('arrivals.anyZone')}</option>
            {(opened.value?.zones ?? []).map(({ zoneId: id, name, present, capacity }) => (
              <option key={id} value={id}>
                {`${name} ${present}/${capacity}`}
              </option>
            ))}
          </select>
          <input
            className="field-input keeping-who"
            aria-label={text('arrivals.who')}
            placeholder={text('arrivals.who')}
            aria-invalid={who.trim() === ''}
            value={who}
            data-testid="door-who"
            onChange={(event) => setRecordDesk(view, { who: event.target.value })}
          />
          <Button
            size="small"
            disabled={door.last === null}
            text={text('arrivals.takeBack')}
            data-testid="door-take-back"
            onClick={door.takeBack}
          />
        </div>
        <DoorBox key={round} door={door} />
      </Panel>
      <div className="keeping-columns">
        <CallList />
        <ListPanel who={who} />
      </div>
    </div>
  )
}
