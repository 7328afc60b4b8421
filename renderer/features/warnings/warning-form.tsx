import { useState, type ReactNode } from 'react'
import type { OutputOf } from '#shared/contract/define.ts'
import type { warningsContract } from '#shared/contract/warnings.contract.ts'
import { textLength } from '#shared/planner/handling/cut-text.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useAttempt } from '../../app/use-attempt.ts'
import { useText } from '../../text/text.ts'
import { Field, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'

type Listed = OutputOf<(typeof warningsContract)['list']>

/** Gives a warning at once: filled from the plan, read out in the time there is, one key. */
export function WarningForm(props: { incidentId: string; listed: Listed }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const attempt = useAttempt()
  const { draft, maxCharacters, spokenS } = props.listed
  const [area, setArea] = useState(draft.area)
  const [villages, setVillages] = useState(draft.villages.join('\n'))
  const [channels, setChannels] = useState(draft.channels.join('、'))
  const [words, setWords] = useState(draft.text)
  const [commandId, setCommandId] = useState(() => crypto.randomUUID())
  const length = textLength(words.trim())
  const seconds = Math.ceil((length * spokenS) / Math.max(1, maxCharacters))
  const isLong = length > maxCharacters
  const warn = async (): Promise<void> => {
    const isDone = await attempt.run(() =>
      client.warnings.issue({
        ...{ commandId, incidentId: props.incidentId, area, text: words },
        villages: namesIn(villages),
        channels: namesIn(channels),
        zoneIds: draft.zones.map(({ id }) => id),
        planVersion: draft.planVersion,
      }),
    )
    if (isDone) setCommandId(crypto.randomUUID())
  }
  return (
    <Panel
      title={text('warnings.new')}
      side={
        draft.planVersion === null ? text('warnings.noPlan') : text('warnings.fromPlan', { version: draft.planVersion })
      }
      testId="warning-form"
    >
      <div
        className="report-form"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return
          event.preventDefault()
          void warn()
        }}
      >
        <div className="form-grid">
          <TextField
            id="warning-area"
            label={text('warnings.area')}
            span={6}
            value={area}
            error={null}
            onChange={setArea}
          />
          <TextField
            id="warning-channels"
            label={text('warnings.channels')}
            span={6}
            value={channels}
            error={null}
            onChange={setChannels}
          />
          <Field
            id="warning-text"
            label={text('warnings.text')}
            span={12}
            error={isLong ? text('warnings.tooLong', { over: length - maxCharacters }) : null}
            hint={text('warnings.length', { length, max: maxCharacters, seconds })}
          >
            <textarea
              id="warning-text"
              className="field-input"
              rows={4}
              value={words}
              data-testid="warning-text"
              onChange={(event) => setWords(event.target.value)}
            />
          </Field>
          <Field
            id="warning-villages"
            label={text('warnings.villages', { count: namesIn(villages).length })}
            span={12}
            error={null}
          >
            <textarea
              id="warning-villages"
              className="field-input"
              rows={3}
              value={villages}
              onChange={(event) => setVillages(event.target.value)}
            />
          </Field>
        </div>
        {draft.zones.length === 0 ? null : (
          <p className="dim">{text('warnings.zones', { zones: draft.zones.map(({ name }) => name).join('、') })}</p>
        )}
        <div className="report-tools">
          <button
            type="button"
            className="plain-button plain-danger"
            disabled={isLong || attempt.busy}
            data-testid="warning-issue"
            onClick={() => void warn()}
          >
            {text('warnings.issue')}
          </button>
          {attempt.error === null ? null : (
            <span className="danger" role="alert">
              {attempt.error}
            </span>
          )}
        </div>
      </div>
    </Panel>
  )
}

/** Names one a line, or with a comma or pause mark between them. */
function namesIn(text: string): string[] {
  return [...new Set(text.split(/[\n、,，;；]+/).map((name) => name.trim()))].filter((name) => name !== '')
}
