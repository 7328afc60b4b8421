import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { Failed, Waiting } from '../../ui/state-view.tsx'
import { WarningForm } from './warning-form.tsx'
import { WarningList } from './warning-list.tsx'

/** 预警: the form above, the warnings given and who has heard them below. */
export function WarningsPart(props: { incidentId: string }): ReactNode {
  const text = useText()
  const { cache } = useConsole()
  const { incidentId } = props
  const { value, error } = useQuery(appContract.warnings.list, { incidentId })
  if (value === null) {
    return error === null ? (
      <Waiting words={text('state.loading')} />
    ) : (
      <Failed
        words={text('state.error')}
        message={error.message}
        retryWords={text('state.retry')}
        onRetry={() => cache.refresh(appContract.warnings.list, { incidentId })}
      />
    )
  }
  return (
    <div className="stack notices-part">
      <WarningForm key={`${incidentId} ${value.draft.planVersion ?? ''}`} incidentId={incidentId} listed={value} />
      <WarningList incidentId={incidentId} warnings={value.warnings} contacts={value.contacts} />
    </div>
  )
}
