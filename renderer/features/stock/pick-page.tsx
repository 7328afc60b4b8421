import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { InputOf } from '#shared/contract/define.ts'
import type { StoreLine } from '#shared/contract/stock.contract.ts'
import { LEVELS, type Level } from '#shared/domain/taxonomy.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { ChoiceField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PickResult } from './pick-result.tsx'
import { numberOf } from './step-fields.ts'

type PickInput = InputOf<typeof appContract.stock.pick>

/** 拣货单: which lots to take of an item, first expired first out. */
export function PickPage(props: { stores: readonly StoreLine[] }): ReactNode {
  const text = useText()
  const [wish, setWish] = useState({ itemCode: '', quantity: '', day: '', storeId: '', destinationId: '' })
  const [response, setResponse] = useState<Level>('III')
  const [asked, setAsked] = useState<PickInput | null>(null)
  const [tried, setTried] = useState(false)
  const { value, error } = useQuery(appContract.stock.pickChoices, {})
  if (value === null) return <Unloaded of={appContract.stock.pickChoices} input={{}} error={error} />
  const { items, destinations } = value
  const itemCode = wish.itemCode === '' ? (items[0]?.itemCode ?? '') : wish.itemCode
  const unit = items.find((one) => one.itemCode === itemCode)?.unit ?? ''
  const quantity = numberOf(wish.quantity)
  const bad = quantity === null || quantity === 0
  const badDay = wish.day !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(wish.day)
  const set = (key: keyof typeof wish) => (typed: string) => setWish({ ...wish, [key]: typed })
  const find = (): void => {
    setTried(true)
    if (bad || badDay) return
    const day = wish.day === '' ? null : wish.day
    const storeId = wish.storeId === '' ? null : wish.storeId
    const destinationId = wish.destinationId === '' ? null : wish.destinationId
    setAsked({ itemCode, quantity, day, response, storeId, destinationId })
  }
  return (
    <div className="stock-page">
      <Panel title={text('stock.tab.pick')} testId="stock-pick">
        <form
          className="form-grid stock-pick-form"
          onSubmit={(event) => {
            event.preventDefault()
            find()
          }}
        >
          <ChoiceField
            id="pick-item"
            label={text('stock.pick.item')}
            span={3}
            value={itemCode}
            options={items.map((one) => ({ key: one.itemCode, label: `${one.item}（${one.unit}）` }))}
            testId="pick-item"
            onChange={set('itemCode')}
          />
          <TextField
            id="pick-quantity"
            label={text('stock.pick.quantity')}
            span={2}
            value={wish.quantity}
            unit={unit}
            error={tried && bad ? text('stock.notNumber') : null}
            testId="pick-quantity"
            onChange={set('quantity')}
          />
          <TextField
            id="pick-day"
            label={text('stock.pick.day')}
            span={2}
            value={wish.day}
            placeholder={text('stock.pick.today')}
            error={tried && badDay ? text('stock.pick.badDay') : null}
            testId="pick-day"
            onChange={set('day')}
          />
          <ChoiceField
            id="pick-response"
            label={text('stock.pick.response')}
            span={1}
            value={response}
            options={LEVELS.map((key) => ({ key, label: text(`level.${key}`) }))}
            onChange={setResponse}
          />
          <ChoiceField
            id="pick-store"
            label={text('stock.pick.store')}
            span={2}
            value={wish.storeId}
            options={[
              { key: '', label: text('stock.pick.anyStore') },
              ...props.stores.map(({ storeId, name }) => ({ key: storeId, label: name })),
            ]}
            onChange={set('storeId')}
          />
          <ChoiceField
            id="pick-destination"
            label={text('stock.pick.destination')}
            span={2}
            value={wish.destinationId}
            options={[
              { key: '', label: text('stock.pick.noDestination') },
              ...destinations.map(({ id, name, town }) => ({ key: id, label: `${town} ${name}` })),
            ]}
            onChange={set('destinationId')}
          />
          <div className="stock-tools">
            <button type="submit" className="plain-button plain-primary" data-testid="pick-find">
              {text('stock.pick.find')}
            </button>
            <span className="dim">{text('stock.pick.hint')}</span>
          </div>
        </form>
      </Panel>
      {asked === null ? null : (
        <PickResult asked={asked} item={items.find((one) => one.itemCode === asked.itemCode)?.item ?? ''} />
      )}
    </div>
  )
}
