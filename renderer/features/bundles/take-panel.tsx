import { Button } from '@blueprintjs/core'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { BundleReport } from '#shared/contract/bundles.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { BundlePreview } from './bundle-preview.tsx'

/** A file of another machine: chosen, looked at, trusted, taken in. */
export function TakePanel(props: { who: string }): ReactNode {
  const text = useText()
  const { client, shell } = useConsole()
  const [chosen, setChosen] = useState<{ readonly ticket: string; readonly name: string } | null>(null)
  const [trust, setTrust] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [done, setDone] = useState<BundleReport | null>(null)
  const preview = useQuery(appContract.bundles.preview, chosen === null ? null : { ticket: chosen.ticket })
  const choose = async (): Promise<void> => {
    const answer = await shell.file.chooseFiles({ title: text('merging.takeTitle'), what: 'files' })
    if (!answer.ok) {
      setFailure(answer.error.message)
      return
    }
    const [name] = answer.value.names
    if (answer.value.outcome !== 'done' || name === undefined) return
    setChosen({ ticket: answer.value.ticket, name })
    setTrust([])
    setFailure(null)
    setDone(null)
  }
  const report = preview.value
  const { teams = [], facts = [], plans = [] } = useQuery(appContract.contests.list, {}).value ?? {}
  const toSettle = teams.length + facts.length + plans.length
  const isUntrusted = report?.unknownSeats.some(({ seat }) => !trust.includes(seat)) ?? false
  const take = async (): Promise<void> => {
    if (chosen === null || report === null || busy || isUntrusted) return
    if (props.who.trim() === '') {
      setFailure(text('merging.whoMissing'))
      return
    }
    setBusy(true)
    const command = { commandId: crypto.randomUUID(), ticket: chosen.ticket, trust: [...trust], who: props.who }
    const answer = await client.bundles.import(command)
    setBusy(false)
    setFailure(answer.ok ? null : answer.error.message)
    if (answer.ok) setDone(answer.value)
    if (answer.ok) setChosen(null)
  }
  return (
    <Panel title={text('merging.take')} {...(chosen === null ? {} : { side: chosen.name })} testId="merging-take">
      <div
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return
          event.preventDefault()
          void take()
        }}
      >
        {done === null ? null : (
          <p className="panel-note strong" role="status" data-testid="merging-done">
            {done.isKnown ? text('merging.doneNothing') : text('merging.done', { count: done.newOps })}{' '}
            {toSettle === 0 ? '' : text('merging.settle', { count: toSettle })}
          </p>
        )}
        {chosen === null || report !== null ? null : (
          <Unloaded of={appContract.bundles.preview} input={{ ticket: chosen.ticket }} error={preview.error} />
        )}
        {chosen === null || report === null ? null : <BundlePreview report={report} trust={trust} onTrust={setTrust} />}
        <div className="list-tools keeping-foot">
          <Button
            size="small"
            text={text(chosen === null ? 'merging.choose' : 'merging.other')}
            data-testid="merging-choose"
            onClick={() => void choose()}
          />
          {report === null || chosen === null ? null : (
            <Button
              size="small"
              intent="primary"
              disabled={isUntrusted || busy}
              text={text(busy ? 'merging.importing' : 'merging.import')}
              data-testid="merging-import"
              onClick={() => void take()}
            />
          )}
          {failure === null ? null : (
            <span className="danger" role="alert" data-testid="merging-take-failure">
              {failure}
            </span>
          )}
        </div>
      </div>
    </Panel>
  )
}
