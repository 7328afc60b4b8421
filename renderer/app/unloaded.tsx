import type { ReactNode } from 'react'
import type { InputOf, QueryDefinition } from '#shared/contract/define.ts'
import type { ErrorReport } from '#shared/kernel/app-error.ts'
import { useText } from '../text/text.ts'
import { Failed, Waiting } from '../ui/state-view.tsx'
import { useConsole } from './console-context.tsx'

/** What stands in place of a query's value while there is none: that it is read, or why it failed and the way to try again. */
export function Unloaded<D extends QueryDefinition>(props: {
  of: D
  input: InputOf<D>
  error: ErrorReport | null
}): ReactNode {
  const text = useText()
  const { cache } = useConsole()
  const { of, input, error } = props
  if (error === null) return <Waiting words={text('state.loading')} />
  return (
    <Failed
      words={text('state.error')}
      message={error.message}
      retryWords={text('state.retry')}
      onRetry={() => cache.refresh(of, input)}
    />
  )
}
