import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { RecordView } from '#shared/contract/records.contract.ts'
import type { RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { useConsole } from '../../app/console-context.tsx'
import { setRecordDesk, type RecordDraft } from '../../app/record-desk.ts'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import type { SaveSaid } from './use-record-save.ts'

/** What can be done with the record on the screen: save with who and why, retire, bring back, go back to the list. */
export function RecordFoot(props: {
  kind: RecordKind
  record: RecordView | null
  draft: RecordDraft
  dirty: boolean
  canEdit: boolean
  busy: boolean
  who: string
  asked: boolean
  problems: number
  said: SaveSaid | null
  onWho: (who: string) => void
  onReason: (reason: string) => void
  onSave: () => void
  onBack: () => void
}): ReactNode {
  const text = useText()
  const { client, view } = useConsole()
  const [asking, setAsking] = useState<'retire' | 'restore' | null>(null)
  const { kind, record, draft, dirty, canEdit, said } = props
  const name = record?.name ?? ''
  return (
    <div className="record-foot">
      {canEdit ? (
        <div className="form-grid">
          <TextField
            id="record-who"
            label={text('records.who')}
            span={2}
            value={props.who}
            error={props.asked && props.who.trim() === '' ? text('records.whoMissing') : null}
            testId="record-who"
            onChange={props.onWho}
          />
          <TextField
            id="record-reason"
            label={text('records.reason')}
            span={6}
            value={draft.reason}
            error={null}
            testId="record-reason"
            onChange={props.onReason}
          />
        </div>
      ) : null}
      <div className="list-tools">
        {canEdit ? (
          <Button
            intent="primary"
            disabled={!dirty || props.busy}
            text={text('records.save')}
            data-testid="record-save"
            onClick={props.onSave}
          />
        ) : null}
        <Button text={text('records.back')} data-testid="record-back" onClick={props.onBack} />
        {canEdit && record !== null ? (
          <Button
            disabled={dirty}
            text={text('records.retire')}
            data-testid="record-retire"
            onClick={() => setAsking('retire')}
          />
        ) : null}
        {record?.isRetired === true ? (
          <Button text={text('records.restore')} data-testid="record-restore" onClick={() => setAsking('restore')} />
        ) : null}
        <span role="status" className={said?.kind === 'failed' ? 'danger' : 'dim'} data-testid="record-said">
          {wordsOf(said, dirty, props, text)}
        </span>
      </div>
      {asking === null || record === null ? null : (
        <ReasonDialog
          title={text(`records.${asking}`)}
          words={text(`records.${asking}Text`, { name })}
          run={(reasoned) =>
            asking === 'retire'
              ? client.records.retire({ ...reasoned, kind, key: record.key, basis: record.digest })
              : client.records.restore({ ...reasoned, kind, key: record.key })
          }
          onDone={() => {
            setRecordDesk(view, { draft: null })
            setAsking(null)
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}

function wordsOf(
  said: SaveSaid | null,
  dirty: boolean,
  { problems, asked }: { problems: number; asked: boolean },
  text: ReturnType<typeof useText>,
): string {
  if (said?.kind === 'failed') return said.message
  if (problems > 0 && (dirty || asked)) return text('records.problems', { count: problems })
  if (said?.kind === 'saved' && !dirty) return text('records.saved')
  return dirty ? '' : text('records.unchanged')
}
