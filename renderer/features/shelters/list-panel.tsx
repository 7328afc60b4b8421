import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'

/** Refused lines shown at once. */
const SHOWN = 30

/** The quick way to a list: paste it, see what each line would do, take it over. */
export function ListPanel(props: { who: string }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const [list, setList] = useState('')
  const [reason, setReason] = useState('')
  const [said, setSaid] = useState<{ readonly words: string; readonly failed: boolean } | null>(null)
  const { value } = useQuery(appContract.arrivals.readList, list.trim() === '' ? null : { text: list })
  const refused = value?.lines.filter(({ remark }) => remark !== '') ?? []
  const take = async (): Promise<void> => {
    if (props.who.trim() === '' || reason.trim() === '') {
      setSaid({ words: text('shelters.missing'), failed: true })
      return
    }
    const command = { commandId: crypto.randomUUID(), text: list, who: props.who.trim(), reason: reason.trim() }
    const answer = await client.arrivals.takeList(command)
    if (!answer.ok) setSaid({ words: answer.error.message, failed: true })
    else {
      setSaid({ words: text('arrivals.taken', answer.value.counts), failed: false })
      setList('')
    }
  }
  return (
    <Panel title={text('arrivals.list')} testId="door-list" className="fill">
      <div className="panel-note fill stack">
        <textarea
          className="field-input"
          rows={6}
          aria-label={text('arrivals.paste')}
          placeholder={text('arrivals.paste')}
          spellCheck={false}
          value={list}
          data-testid="door-paste"
          onChange={(event) => {
            setList(event.target.value)
            setSaid(null)
          }}
        />
        {value === null ? null : <p data-testid="door-counts">{text('arrivals.counts', value.counts)}</p>}
        <ul className="reasons scroll">
          {refused.slice(0, SHOWN).map(({ line, remark, name }) => (
            <li key={line} className="warn">
              {`▲ ${text('arrivals.line', { line, remark })} ${name}`}
            </li>
          ))}
        </ul>
      </div>
      <div className="list-tools keeping-foot">
        <input
          className="field-input keeping-reason"
          aria-label={text('shelters.reason')}
          placeholder={text('shelters.reason')}
          value={reason}
          data-testid="door-list-reason"
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          size="small"
          intent="primary"
          disabled={value === null || value.counts.new + value.counts.changed === 0}
          text={text('arrivals.take')}
          data-testid="door-take"
          onClick={() => void take()}
        />
        {said === null ? null : (
          <span className={said.failed ? 'danger' : 'good'} role="status">
            {said.words}
          </span>
        )}
      </div>
    </Panel>
  )
}
