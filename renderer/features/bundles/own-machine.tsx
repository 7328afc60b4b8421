import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { MergingSeat } from '#shared/contract/bundles.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { machineName } from './machine-name.ts'

/** This machine: its name and the fingerprint that the other side compares. */
export function OwnMachine(props: {
  own: MergingSeat
  who: string
  onWho: (who: string) => void
  onGiveAll: () => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { own, who } = props
  const [name, setName] = useState(own.name)
  const [failure, setFailure] = useState<string | null>(null)
  const rename = async (): Promise<void> => {
    const answer = await client.bundles.nameSeat({ commandId: crypto.randomUUID(), name, who })
    setFailure(answer.ok ? null : answer.error.message)
  }
  return (
    <Panel title={text('merging.own')} side={machineName(own, text)} testId="merging-own">
      <p className="panel-note dim">{text('merging.fingerprint')}</p>
      <p className="panel-note merging-fingerprint" data-testid="merging-fingerprint">
        {own.fingerprint}
      </p>
      <div className="list-tools">
        <label>
          {text('merging.who')}{' '}
          <input
            className="field-input keeping-who"
            value={who}
            data-testid="merging-who"
            onChange={(event) => props.onWho(event.target.value)}
          />
        </label>
        <label>
          {text('merging.name')}{' '}
          <input
            className="field-input keeping-reason"
            placeholder={text('merging.nameHint')}
            value={name}
            maxLength={30}
            data-testid="merging-name"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <Button size="small" text={text('merging.rename')} data-testid="merging-rename" onClick={() => void rename()} />
        <Button
          size="small"
          intent="primary"
          text={text('merging.giveAll')}
          data-testid="merging-give-all"
          onClick={props.onGiveAll}
        />
        {failure === null ? null : (
          <span className="danger" role="alert">
            {failure}
          </span>
        )}
      </div>
    </Panel>
  )
}
