import { useEffect, useState } from 'react'
import type { OutputOf } from '#shared/contract/define.ts'
import type { libraryContract } from '#shared/contract/library.contract.ts'
import { useConsole, type ConsoleServices } from '../../app/console-context.tsx'

/** What the core found in the text under edit. */
export type PlanCheck = OutputOf<(typeof libraryContract)['check']>

/** How long typing must rest before the whole plan is checked. */
const REST_MS = 300

/** Checks the text as it is typed: the newest answer, and whether it is of the text as it stands now. */
export function usePlanCheck(text: string): {
  readonly check: PlanCheck | null
  readonly error: string | null
  readonly current: boolean
} {
  const { client } = useConsole()
  const [answered, setAnswered] = useState<{
    readonly text: string
    readonly check: PlanCheck | null
    readonly error: string | null
  } | null>(null)
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(() => {
      client.library.check({ text }).then(
        (answer) => {
          if (!wanted) return
          setAnswered(
            answer.ok ? { text, check: answer.value, error: null } : { text, check: null, error: answer.error.message },
          )
        },
        (error: unknown) => {
          if (wanted) setAnswered({ text, check: null, error: error instanceof Error ? error.message : String(error) })
        },
      )
    }, REST_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [client, text])
  return { check: answered?.check ?? null, error: answered?.error ?? null, current: answered?.text === text }
}

/** What the core finds in a text at once; null when it could not be asked. */
export async function checkNow(client: ConsoleServices['client'], text: string): Promise<PlanCheck | null> {
  // A core that does not answer is told by the check that runs as the text is typed.
  const answer = await client.library.check({ text }).catch(() => null)
  return answer?.ok === true ? answer.value : null
}
