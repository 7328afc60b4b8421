import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { ShelterLine } from '#shared/contract/shelters.contract.ts'
import { SHELTER_STATES } from '#shared/domain/dataset/row-choices.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { usePageKey } from '../../app/use-page-key.ts'
import { useText } from '../../text/text.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { Chip } from '../../ui/marks.tsx'
import { Panel } from '../../ui/panel.tsx'
import { GoodsTable } from './goods-table.tsx'
import { PeopleTable } from './people-table.tsx'
import { SignedBar } from './signed-bar.tsx'
import { StateMark } from './state-mark.tsx'
import { useSigned, type Signed } from './use-signed.ts'
import { ZonePanel } from './zone-panel.tsx'

/** One shelter: state and number with who said so, zones, goods, people. */
export function ShelterPage(props: {
  shelterId: string
  onBack: () => void
  onDoor: (shelterId: string) => void
}): ReactNode {
  const text = useText()
  const { shelterId, onBack } = props
  const signed = useSigned()
  const { value, error } = useQuery(appContract.shelters.open, { shelterId })
  usePageKey((event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return false
    onBack()
    return true
  })
  if (value === null) return <Unloaded of={appContract.shelters.open} input={{ shelterId }} error={error} />
  const { line, zones, goods, people } = value
  return (
    <div className="keeping-room" data-testid="shelter-page">
      <Panel
        title={`${line.name}　${line.town}`}
        side={
          <>
            {line.standardised ? <Chip>{text('shelters.standardised')}</Chip> : null}{' '}
            {line.video ? <Chip>{text('shelters.video')}</Chip> : null}{' '}
            {line.isDemo ? <Chip tone="warn">{text('library.demo')}</Chip> : null}
          </>
        }
      >
        <div className="list-tools">
          <Button size="small" text={text('shelters.back')} data-testid="shelter-back" onClick={onBack} />
          <Button
            size="small"
            intent="primary"
            text={text('shelters.door')}
            onClick={() => props.onDoor(shelterId)}
            data-testid="shelter-page-door"
          />
          <span>
            {line.personInCharge} <span className="phone">{line.phone}</span>
          </span>
        </div>
        <Figures line={line} />
        <Steps line={line} signed={signed} />
        <SignedBar signed={signed} />
      </Panel>
      <div className="keeping-columns">
        <div className="scroll stack">
          <ZonePanel line={line} zones={zones} signed={signed} />
          <GoodsTable goods={goods} />
        </div>
        <PeopleTable people={people} />
      </div>
    </div>
  )
}

function Figures(props: { line: ShelterLine }): ReactNode {
  const text = useText()
  const { line } = props
  const saidText = (said: ShelterLine['stateSaid']): string =>
    said === null
      ? text('shelters.asLoaded')
      : text('shelters.reported', { who: said.who, at: dateTimeText(said.at), reason: said.reason })
  return (
    <dl className="road-figures">
      <div>
        <dt>{text('shelters.stateOf')}</dt>
        <dd>
          <StateMark state={line.state} />
          <br />
          <span className="dim">{saidText(line.stateSaid)}</span>
        </dd>
      </div>
      <div>
        <dt>{text('shelters.occupied')}</dt>
        <dd data-testid="shelter-occupied">
          <span className="big">{line.occupied}</span> / {line.capacity}{' '}
          {line.basis === null ? '' : text(`shelters.basis.${line.basis}`)}
          {line.free < 0 ? (
            <span className="danger strong">{` ▲ ${text('shelters.over', { count: -line.free })}`}</span>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>{text('shelters.countSaid')}</dt>
        <dd className="dim">{line.basis === null ? '' : saidText(line.occupiedSaid)}</dd>
      </div>
      <div>
        <dt>{text('shelters.free')}</dt>
        <dd className="big">{line.free}</dd>
      </div>
      <div>
        <dt>{text('shelters.basis.list')}</dt>
        <dd>
          {text('shelters.listSays', { present: line.present })}　{text('shelters.expected')} {line.expected}
        </dd>
      </div>
      <div>
        <dt>{text('shelters.goods')}</dt>
        <dd>{text('shelters.goodsText', { own: line.ownLots, street: line.streetLots })}</dd>
      </div>
    </dl>
  )
}

function Steps(props: { line: ShelterLine; signed: Signed }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { line, signed } = props
  const { shelterId } = line
  const [state, setState] = useState<string>(line.state === '' ? 'open' : line.state)
  const [count, setCount] = useState('')
  const number = count.trim() === '' ? null : Number(count)
  const isNumber = number === null || (Number.isInteger(number) && number >= 0)
  return (
    <div className="list-tools">
      <label>
        {text('shelters.setState')}{' '}
        <select
          className="field-input record-pick"
          value={state}
          data-testid="shelter-state"
          onChange={(event) => setState(event.target.value)}
        >
          {SHELTER_STATES.map((each) => (
            <option key={each} value={each}>
              {text(`shelters.state.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <Button
        size="small"
        text={text('shelters.apply')}
        disabled={signed.busy}
        data-testid="shelter-state-apply"
        onClick={() => {
          const next = SHELTER_STATES.find((each) => each === state)
          if (next !== undefined)
            signed.send((fields) => client.shelters.setState({ ...fields, shelterId, state: next }))
        }}
      />
      <label>
        {text('shelters.report')}{' '}
        <input
          className="field-input keeping-pick"
          inputMode="numeric"
          placeholder={text('shelters.reportHint')}
          value={count}
          aria-invalid={!isNumber}
          data-testid="shelter-count"
          onChange={(event) => setCount(event.target.value)}
        />
      </label>
      <Button
        size="small"
        text={text('shelters.apply')}
        disabled={signed.busy || !isNumber}
        data-testid="shelter-count-apply"
        onClick={() =>
          signed.send(
            (fields) => client.shelters.report({ ...fields, shelterId, occupied: number }),
            () => setCount(''),
          )
        }
      />
    </div>
  )
}
