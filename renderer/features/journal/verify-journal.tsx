import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { OutputOf } from '#shared/contract/define.ts'
import type { systemContract } from '#shared/contract/system.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'

type Verification = OutputOf<(typeof systemContract)['verify']>

/** Checks the chain, the signatures and everything that follows from the record, and names the place of each fault. */
export function VerifyJournal(): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const [state, setState] = useState<Verification | string | null>(null)
  const [busy, setBusy] = useState(false)
  const verify = async (): Promise<void> => {
    setBusy(true)
    const answer = await client.system.verify({})
    setState(answer.ok ? answer.value : answer.error.message)
    setBusy(false)
  }
  return (
    <>
      <Button
        size="small"
        disabled={busy}
        onClick={() => void verify()}
        text={busy ? text('reports.verifying') : text('reports.verify')}
        data-testid="verify-journal"
      />
      <span role="status" data-testid="verify-result">
        <Result state={state} />
      </span>
    </>
  )
}

function Result(props: { state: Verification | string | null }): ReactNode {
  const text = useText()
  const { state } = props
  if (state === null) return null
  if (typeof state === 'string') return <span className="danger">{state}</span>
  if (state.ok) return <span className="good">{text('reports.verifyOk')}</span>
  const first = state.problems.map((problem) => problem.text).slice(0, 3)
  return (
    <span className="danger strong">
      {`${text('reports.verifyBad', { count: state.problems.length })}：${first.join('；')}`}
    </span>
  )
}
