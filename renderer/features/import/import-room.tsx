import { Button } from '@blueprintjs/core'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import type { ImportSession } from '#shared/contract/imports.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { DoneStep } from './done-step.tsx'
import { FileStep } from './file-step.tsx'
import { ImportProgressBar } from './import-progress.tsx'
import { MappingStep } from './mapping-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { useImport } from './use-import.ts'

const STEPS = ['files', 'mapping', 'review', 'written'] as const
type Step = (typeof STEPS)[number]

/** 导入: from files to one batch of the library, step by step; nothing is stored before the last. */
export function ImportRoom(props: { onLeave: () => void; onSeen: () => void; ticket: string | null }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const hold = useImport()
  const { session, refusal, isWorking, take } = hold
  const { ticket, onSeen, onLeave } = props
  const step = hold.isRemapping && session?.state === 'review' ? 'mapping' : stepOf(session)
  const openTicket = useEffectEvent((given: string) => {
    onSeen()
    void take(client.imports.open({ commandId: crypto.randomUUID(), ticket: given }))
  })
  useEffect(() => {
    if (ticket !== null) openTicket(ticket)
  }, [ticket])
  const cancel = (): void => {
    if (session === null) return
    void take(client.imports.cancel({ commandId: crypto.randomUUID(), sessionId: session.sessionId }))
  }
  return (
    <div className="import-room" data-testid="import-room">
      <div className="import-head">
        <h1>{text('imports.title')}</h1>
        <ol className="import-steps">
          {STEPS.map((each) => (
            <li key={each} aria-current={each === step ? 'step' : undefined}>
              {text(`imports.steps.${each}`)}
            </li>
          ))}
        </ol>
        <span className="dim one-line-text" data-testid="import-names">
          {session?.names.join('、') ?? ''}
        </span>
        <span className="spacer" />
        {session === null || session.state === 'done' || session.state === 'failed' ? null : (
          <Button size="small" onClick={cancel} data-testid="import-cancel" text={text('imports.cancel')} />
        )}
        <Button size="small" onClick={onLeave} data-testid="import-leave" text={text('imports.back')} />
      </div>
      {refusal === null && (session?.error ?? null) === null ? null : (
        <p className="danger import-error" role="alert" data-testid="import-error">
          {refusal ?? session?.error?.message ?? ''}
        </p>
      )}
      {session !== null && isWorking ? <ImportProgressBar session={session} /> : null}
      {step === 'files' && !isWorking ? <FileStep hold={hold} /> : null}
      {step === 'mapping' && session !== null && !isWorking ? (
        <MappingStep key={session.sessionId} session={session} hold={hold} />
      ) : null}
      {step === 'review' && session !== null && !isWorking ? (
        <ReviewStep key={session.sessionId} session={session} hold={hold} />
      ) : null}
      {step === 'written' && session !== null && !isWorking ? (
        <DoneStep session={session} hold={hold} onLeave={onLeave} />
      ) : null}
    </div>
  )
}

function stepOf(session: ImportSession | null): Step {
  switch (session?.state) {
    case 'mapping':
    case 'checking':
      return 'mapping'
    case 'review':
      return 'review'
    case 'writing':
    case 'done':
      return 'written'
    default:
      return 'files'
  }
}
