import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { InputOf } from '#shared/contract/define.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { Panel } from '../../ui/panel.tsx'
import { SuggestBox } from '../../ui/suggest-box.tsx'
import { NearLine } from './near-line.tsx'

const RADII_M = [500, 1000, 2000, 3000, 5000, 10_000, 20_000]

type From = InputOf<typeof appContract.surroundings.near>['from']

/** 周边: what is around a place or the incident on the desk, group by group, the nearest first. */
export function SurroundingsRoom(props: { incidentId: string | null }): ReactNode {
  const text = useText()
  const { incidentId } = props
  const { view } = useConsole()
  const around = useView(view, (state) => state.around)
  const [place, setPlace] = useState<From>(null)
  const [radiusM, setRadiusM] = useState(3000)
  const [typed, setTyped] = useState(around?.name ?? '')
  const from: From = around === null ? place : { kind: around.kind, key: around.key }
  const wanted = typed.trim()
  const places = useQuery(appContract.reference.searchPlaces, wanted === '' ? null : { text: wanted })
  const hits = wanted === '' ? [] : (places.value ?? [])
  return (
    <div className="keeping-room" data-testid="surroundings-room">
      <Panel title={text('surroundings.title')}>
        <div className="list-tools">
          <label htmlFor="surroundings-from">{text('surroundings.from')}</label>
          <div className="roster-input">
            <SuggestBox
              id="surroundings-from"
              testId="surroundings-from"
              text={typed}
              placeholder={text('surroundings.find')}
              emptyWords={places.status === 'loading' ? '' : text('state.empty')}
              invalid={false}
              describedBy=""
              suggestions={hits.map(({ id, name, town }) => ({ key: id, label: name, detail: town }))}
              onText={setTyped}
              onTake={(key) => {
                const hit = hits.find(({ id }) => id === key)
                if (hit === undefined) return
                setTyped(hit.name)
                view.setState({ around: null })
                setPlace({ lng: hit.lng, lat: hit.lat })
              }}
            />
          </div>
          <Button
            size="small"
            disabled={incidentId === null}
            active={from === null && incidentId !== null}
            text={text('surroundings.incident')}
            data-testid="surroundings-incident"
            onClick={() => {
              view.setState({ around: null })
              setPlace(null)
              setTyped('')
            }}
          />
          <label>
            {text('surroundings.radius')}{' '}
            <select
              className="field-input record-pick"
              value={radiusM}
              data-testid="surroundings-radius"
              onChange={(event) => setRadiusM(Number(event.target.value))}
            >
              {RADII_M.map((metres) => (
                <option key={metres} value={metres}>
                  {text('surroundings.km', { km: metres / 1000 })}
                </option>
              ))}
            </select>
          </label>
        </div>
      </Panel>
      {from === null && incidentId === null ? (
        <p className="panel-note">{text('surroundings.pick')}</p>
      ) : (
        <Around input={{ from, incidentId, radiusM }} placeName={from === null ? '' : typed} />
      )}
    </div>
  )
}

function Around(props: { input: InputOf<typeof appContract.surroundings.near>; placeName: string }): ReactNode {
  const text = useText()
  const { input, placeName } = props
  const { value, error } = useQuery(appContract.surroundings.near, input)
  if (value === null) return <Unloaded of={appContract.surroundings.near} input={input} error={error} />
  const name = placeName === '' ? value.from.name : placeName
  return (
    <>
      <p className="panel-note strong" data-testid="surroundings-head">
        {text('surroundings.head', { name, km: value.radiusM / 1000, at: dateTimeText(value.at) })}
      </p>
      <div className="scroll fill">
        <div className="surroundings-groups">
          {value.groups.map(({ group, total, leftOut, lines }) => (
            <Panel key={group} title={text(`surroundings.group.${group}`)} count={total} testId={`near-${group}`}>
              {lines.length === 0 ? <p className="panel-note">{text('surroundings.none')}</p> : null}
              {lines.map((line) => (
                <NearLine key={line.key} line={line} />
              ))}
              {total > lines.length ? (
                <p className="panel-note">{text('surroundings.more', { count: lines.length })}</p>
              ) : null}
              {leftOut > 0 ? <p className="panel-note">{text('surroundings.leftOut', { count: leftOut })}</p> : null}
            </Panel>
          ))}
        </div>
      </div>
    </>
  )
}
