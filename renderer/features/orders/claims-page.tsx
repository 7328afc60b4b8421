import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { Claim } from '#shared/contract/claims.contract.ts'
import type { ClaimChoice } from '#shared/domain/command/claim.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { clockText } from '../../text/time-text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { LinesField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { shortNumber } from './short-number.ts'
import { useSend } from './use-send.ts'

const STATE_SIGNS: Readonly<Record<Claim['state'], string>> = { open: '■', contested: '▲', settled: '√', fits: '○' }
const NOTES = { leaveThere: 'claims.leaveNote', takeHere: 'claims.takeNote', share: 'claims.shareNote' } as const

/** 占用冲突: what other open incidents want too, and what a person decides about it. */
export function ClaimsPage(props: { incidentId: string }): ReactNode {
  const text = useText()
  const { incidentId } = props
  const { value, error } = useQuery(appContract.claims.list, { incidentId })
  const [asked, setAsked] = useState<{ readonly claim: Claim; readonly choice: ClaimChoice } | null>(null)
  const [fits, setFits] = useState(false)
  const [said, setSaid] = useState('')
  if (value === null) return <Unloaded of={appContract.claims.list} input={{ incidentId }} error={error} />
  const enough = value.filter(({ state }) => state === 'fits').length
  const shown = value.filter(({ state }) => fits || state !== 'fits')
  return (
    <section
      className="panel fill"
      aria-label={text('orders.page.claims', { count: shown.length })}
      data-testid="claims-page"
    >
      <div className="list-tools">
        <span className="dim">{text('claims.note')}</span>
        {enough === 0 ? null : (
          <label>
            <input type="checkbox" checked={fits} onChange={(event) => setFits(event.target.checked)} />{' '}
            {text('claims.showFits', { count: enough })}
          </label>
        )}
        <span className="good" role="status">
          {said}
        </span>
      </div>
      <div className="scroll fill">
        {shown.length === 0 ? (
          <p className="panel-note">{text('claims.none')}</p>
        ) : (
          <DataTable
            label={text('orders.page.claims', { count: shown.length })}
            rows={shown}
            rowKey={({ claim }) => claim}
            columns={[
              {
                ...{ key: 'what', title: text('claims.what'), width: '22%' },
                cell: ({ kind, name }) => (
                  <>
                    <span className="dim">{text(`claims.kind.${kind}`)}</span> <span className="strong">{name}</span>
                  </>
                ),
              },
              { key: 'who', title: text('claims.who'), cell: (claim) => <Users claim={claim} here={incidentId} /> },
              {
                ...{ key: 'need', title: text('claims.need'), width: '108px' },
                cell: ({ wanted, available, unit }) =>
                  wanted === null ? '—' : `${wanted} / ${available ?? text('claims.unknown')} ${unit}`,
              },
              {
                ...{ key: 'state', title: text('claims.state'), width: '20%' },
                cell: ({ state, settlements }) => (
                  <>
                    <span className={state === 'open' || state === 'contested' ? 'danger strong' : ''}>
                      {`${STATE_SIGNS[state]} ${text(`claims.stateName.${state}`)}`}
                    </span>
                    {settlements.map(({ opId, choice, by, at, reason }) => (
                      <div key={opId} className="dim">
                        {`${text(`claims.choice.${choice}`)} ${text('claims.by', { by: by.user, at: clockText(at), reason })}`}
                      </div>
                    ))}
                  </>
                ),
              },
              {
                ...{ key: 'decide', title: text('claims.decide'), width: '228px' },
                cell: (claim) =>
                  claim.state === 'open' || claim.state === 'contested' ? (
                    <span className="list-tools">
                      {claim.choices.map((choice) => (
                        <button
                          key={choice}
                          type="button"
                          className="small-button"
                          data-testid={`settle-${choice}-${claim.claim}`}
                          onClick={() => setAsked({ claim, choice })}
                        >
                          {text(`claims.choice.${choice}`)}
                        </button>
                      ))}
                    </span>
                  ) : null,
              },
            ]}
          />
        )}
      </div>
      {asked === null ? null : (
        <SettleDialog
          {...asked}
          incidentId={incidentId}
          onDone={(words) => {
            setSaid(words)
            setAsked(null)
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}

function Users(props: { claim: Claim; here: string }): ReactNode {
  const text = useText()
  return (
    <>
      {props.claim.uses.map(({ incidentId, number, title, mode, words, order, quantity, since }) => (
        <div key={incidentId} className="one-line" title={words}>
          <span className={incidentId === props.here ? 'strong' : ''}>
            {incidentId === props.here
              ? text('claims.here')
              : `${number} ${mode === 'real' ? '' : text(`mode.${mode}`)} ${title}`}
          </span>{' '}
          <span className={order === null ? 'dim' : 'warn'}>
            {order === null
              ? text('claims.planned', { at: clockText(since) })
              : text('claims.ordered', { number: shortNumber(order.number), at: clockText(since) })}
          </span>
          {quantity === null ? null : ` ×${quantity}`} <span className="dim">{words}</span>
        </div>
      ))}
    </>
  )
}

function SettleDialog(props: {
  claim: Claim
  choice: ClaimChoice
  incidentId: string
  onDone: (words: string) => void
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const send = useSend()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { claim, choice, incidentId } = props
  const settle = async (): Promise<void> => {
    setAsked(true)
    if (reason.trim() === '') return
    const incidents = claim.uses.map((use) => use.incidentId)
    const settled = await send.run((commandId) =>
      client.claims.settle({ commandId, incidentId, claim: claim.claim, incidents, choice, reason: reason.trim() }),
    )
    if (settled === null) return
    const numbers = claim.uses.filter((use) => settled.replan.includes(use.incidentId)).map(({ number }) => number)
    props.onDone(numbers.length === 0 ? text('claims.settled') : text('claims.replan', { numbers: numbers.join('、') }))
  }
  return (
    <FormDialog
      title={text('claims.settleTitle', { name: claim.name, choice: text(`claims.choice.${choice}`) })}
      testId="settle-dialog"
      error={send.error}
      submit={{ words: text('orders.confirm'), testId: 'settle-confirm', isBusy: send.busy }}
      cancel={{ words: text('orders.cancel') }}
      onSubmit={() => void settle()}
      onClose={props.onClose}
    >
      <p>{text(NOTES[choice])}</p>
      <div className="form-grid">
        <LinesField
          id="settle-reason"
          label={text('claims.reason')}
          span={12}
          value={reason}
          error={asked && reason.trim() === '' ? text('orders.missing') : null}
          onChange={setReason}
        />
      </div>
    </FormDialog>
  )
}
