import { useState } from 'react'
import type { Answer } from '#shared/contract/define.ts'
import type { LibraryVersion } from '#shared/contract/library.contract.ts'
import { useConsole, type ConsoleServices } from '../../app/console-context.tsx'
import { openPage } from './desk-actions.ts'
import type { PlanStep } from './steps-for.ts'

/** What is asked for a step. */
export interface StepFields {
  readonly who: string
  readonly reason: string
  readonly document: string
  readonly filedWith: string
}

type Changed = Answer<{ readonly planId: string; readonly version: number }>

/** Takes a step; on success the dialog closes and the version is shown as it stands now. */
export function useStep(
  step: PlanStep,
  version: LibraryVersion,
  onDone: () => void,
): { readonly busy: boolean; readonly error: string | null; readonly take: (fields: StepFields) => void } {
  const { client, view } = useConsole()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const run = async (fields: StepFields): Promise<void> => {
    setBusy(true)
    setError(null)
    const answer = await ask(client, step, version, fields)
    setBusy(false)
    if (!answer.ok) {
      setError(answer.error.message)
      return
    }
    onDone()
    openPage(view, { kind: 'plan', planId: version.planId, version: version.version, path: '' })
  }
  return { busy, error, take: (fields) => void run(fields) }
}

function ask(
  client: ConsoleServices['client'],
  step: PlanStep,
  { planId, version, revision }: LibraryVersion,
  fields: StepFields,
): Promise<Changed> {
  const { who, reason, document, filedWith } = fields
  const based = { commandId: crypto.randomUUID(), planId, version, revision, who, reason }
  switch (step) {
    case 'submit':
      return client.library.submit(based)
    case 'withdraw':
      return client.library.withdraw(based)
    case 'approve':
      return client.library.approve({ ...based, document })
    case 'file':
      return client.library.file({ ...based, document, filedWith })
    case 'supersede':
      return client.library.supersede(based)
  }
}
