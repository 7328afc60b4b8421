import { useState, type ReactNode } from 'react'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import type { OrderReceiver } from '#shared/domain/command/order.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { useText } from '../../text/text.ts'
import { CHINA_OFFSET_MIN } from '../../text/time-text.ts'
import { LinesField, TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useSend } from './use-send.ts'

/** A receipt is due as for an order of a plan that sends nobody (design rule). */
const RECEIPT_S = 120

/** Writes one order freely: to a team or post the plan knows, or to anybody by name and number. */
export function FreeOrderForm(props: {
  incidentId: string
  version: PlanVersion | null
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { client, headquarters, view } = useConsole()
  const nowS = useNowS()
  const send = useSend()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [words, setWords] = useState('')
  const [minutes, setMinutes] = useState('')
  const [asked, setAsked] = useState(false)
  const known = props.version === null ? [] : receiversOf(props.version.plan)
  const receiver = known.find((one) => one.name === name)
  const missing = (entry: string): string | null => (asked && entry.trim() === '' ? text('orders.missing') : null)
  const isWrong = minutes.trim() !== '' && !/^[1-9]\d{0,3}$/.test(minutes.trim())
  const issue = async (): Promise<void> => {
    setAsked(true)
    if (name.trim() === '' || words.trim() === '' || isWrong) return
    const dueAt = minutes.trim() === '' ? null : formatInstant(nowS + Number(minutes.trim()) * 60, CHINA_OFFSET_MIN)
    const to: OrderReceiver = receiver ?? { kind: 'person', id: '', name: name.trim(), phone: phone.trim() }
    const order = {
      ...{ hq: headquarters, receiver: { ...to, phone: phone.trim() || to.phone }, text: words.trim(), dueAt },
      targets: { receivedByS: RECEIPT_S, turnedOutByS: null, onSceneByS: null },
      ...{ teamId: to.kind === 'team' ? to.id : null, vehicleIds: [], authority: null },
      ...{ callSign: '', channel: '', goods: [], replaces: null, follows: null },
      source: { kind: 'free' as const, planVersion: null, lineId: null },
    }
    const issued = await send.run((commandId) =>
      client.orders.issue({ commandId, incidentId: props.incidentId, orders: [{ key: null, order, overrule: null }] }),
    )
    if (issued === null) return
    const numbers = issued.orders.map(({ number }) => number).join('、')
    view.setState({ announcement: text('orders.issued', { count: 1, numbers }) })
    props.onClose()
  }
  return (
    <FormDialog
      title={text('orders.freeTitle')}
      testId="free-order-dialog"
      error={send.error}
      submit={{ words: text('orders.issue', { count: 1 }), testId: 'free-order-issue', isBusy: send.busy }}
      cancel={{ words: text('orders.cancel') }}
      onSubmit={() => void issue()}
      onClose={props.onClose}
    >
      <datalist id="known-receivers">
        {known.map((one) => (
          <option key={`${one.kind} ${one.id} ${one.name}`} value={one.name} />
        ))}
      </datalist>
      <div className="form-grid">
        <div className="field" style={{ gridColumn: 'span 6' }}>
          <label htmlFor="free-receiver">{text('orders.freeReceiver')}</label>
          <input
            id="free-receiver"
            className="field-input"
            list="known-receivers"
            autoComplete="off"
            placeholder={text('orders.freeHint')}
            aria-invalid={missing(name) !== null}
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              const found = known.find((one) => one.name === event.target.value)
              if (found !== undefined) setPhone(found.phone)
            }}
          />
        </div>
        <TextField
          id="free-phone"
          label={text('orders.phone')}
          span={6}
          value={phone}
          error={null}
          onChange={setPhone}
        />
        <LinesField
          id="free-text"
          label={text('orders.freeText')}
          span={12}
          value={words}
          error={missing(words)}
          onChange={setWords}
        />
        <TextField
          id="free-due"
          label={text('orders.freeDue')}
          span={6}
          value={minutes}
          error={isWrong ? text('orders.missing') : null}
          onChange={setMinutes}
        />
      </div>
    </FormDialog>
  )
}

/** Teams, candidates and posts of a plan, each once by name. */
function receiversOf({ forcePlan, firstOrders, headquarters }: DispatchPlan): OrderReceiver[] {
  const teams = [
    ...forcePlan.assignments.map(({ teamId, teamName, phone }) => ({ id: teamId, name: teamName, phone })),
    ...forcePlan.reserve.map(({ teamId, teamName, phone }) => ({ id: teamId, name: teamName, phone })),
    ...forcePlan.assignments.flatMap(({ runnersUp }) =>
      runnersUp.map(({ teamId, teamName }) => ({ id: teamId, name: teamName, phone: '' })),
    ),
  ].map((team): OrderReceiver => ({ kind: 'team', ...team }))
  const posts = [headquarters.administrative, headquarters.tactical].flatMap(({ posts: some, workGroups }) => [
    ...some,
    ...workGroups.flatMap(({ lead }) => lead ?? []),
  ])
  const people = posts.map(({ personId, title, name, phone }): OrderReceiver => ({
    kind: 'person',
    id: personId,
    name: `${title}${name}`,
    phone,
  }))
  const rung = firstOrders
    .filter(({ teamId }) => teamId === undefined)
    .map(({ call, phone, post }): OrderReceiver => ({ kind: 'post', id: post ?? '', name: call, phone }))
  const all = [...teams, ...rung, ...people]
  return all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index)
}
