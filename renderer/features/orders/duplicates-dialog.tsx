import { useState, type ReactNode } from 'react'
import type { appContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { IncidentLife } from '#shared/contract/life.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { distanceText } from '../../text/time-text.ts'
import { LinesField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useSend } from './use-send.ts'

/** Calls that may be about the same thing: merge this one into another, take that back, or see what merged calls tell. */
export function DuplicatesDialog(props: {
  incidentId: string
  life: IncidentLife
  duplicates: OutputOf<(typeof appContract)['life']['duplicates']>
  onOpen: (incidentId: string) => void
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const send = useSend()
  const { incidentId, life, duplicates } = props
  const [into, setInto] = useState<string | null>(duplicates[0]?.incidentId ?? null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const isMerged = life.mergedInto !== null
  const canMerge = isMerged || duplicates.length > 0
  const merge = async (): Promise<void> => {
    if (!canMerge) {
      props.onClose()
      return
    }
    setAsked(true)
    if (reason.trim() === '') return
    const wish = { incidentId, into: isMerged ? null : into, reason: reason.trim() }
    if ((await send.run((commandId) => client.life.merge({ commandId, ...wish }))) === null) return
    props.onClose()
    if (!isMerged && into !== null) props.onOpen(into)
  }
  return (
    <FormDialog
      title={text('life.duplicatesTitle')}
      testId="duplicates-dialog"
      error={send.error}
      submit={{
        words: isMerged ? text('life.undoMerge') : canMerge ? text('life.merge') : text('life.close'),
        testId: 'merge-confirm',
        isBusy: send.busy,
      }}
      cancel={{ words: text('orders.cancel') }}
      onSubmit={() => void merge()}
      onClose={props.onClose}
    >
      {duplicates.map((one) => (
        <p key={one.incidentId} className="list-tools">
          <label>
            <input
              type="radio"
              name="merge-into"
              checked={into === one.incidentId}
              onChange={() => setInto(one.incidentId)}
            />{' '}
            {text('life.near', {
              number: one.number,
              title: one.title,
              distance: distanceText(one.distanceM),
              minutes: one.apartMin,
            })}
          </label>
          <OpenButton
            onOpen={() => {
              props.onOpen(one.incidentId)
              props.onClose()
            }}
          />
        </p>
      ))}
      {life.mergedInto === null ? null : (
        <p>
          {`${text('life.mergedInto', { number: life.mergedInto.number })} ${life.mergedInto.title}`}{' '}
          <OpenButton
            onOpen={() => {
              if (life.mergedInto !== null) props.onOpen(life.mergedInto.incidentId)
              props.onClose()
            }}
          />
        </p>
      )}
      {life.merged.length === 0 ? null : <h3>{text('life.mergedTitle')}</h3>}
      {life.merged.map((one) => (
        <div key={one.incidentId}>
          <p className="strong">{`${one.number} ${one.title}`}</p>
          {one.callers.map((words) => (
            <p key={words}>{words}</p>
          ))}
          {one.differences.map(({ fact, here, there }) => (
            <p key={fact}>{text('life.differs', { fact, here: here === '' ? text('life.unknown') : here, there })}</p>
          ))}
        </div>
      ))}
      {canMerge ? (
        <div className="form-grid">
          <LinesField
            id="merge-reason"
            label={text('life.mergeReason')}
            span={12}
            value={reason}
            error={asked && reason.trim() === '' ? text('orders.missing') : null}
            onChange={setReason}
          />
        </div>
      ) : null}
    </FormDialog>
  )
}

function OpenButton(props: { onOpen: () => void }): ReactNode {
  const text = useText()
  return (
    <button type="button" className="link-button" onClick={props.onOpen}>
      {text('life.open')}
    </button>
  )
}
