import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { Failed, Waiting } from '../../ui/state-view.tsx'
import { NewsForm } from './news-form.tsx'
import { NewsList } from './news-list.tsx'

/** 新闻: a release written from signed reports, and what became of each. */
export function NewsPart(props: { incidentId: string }): ReactNode {
  const text = useText()
  const { cache } = useConsole()
  const { incidentId } = props
  const { value, error } = useQuery(appContract.news.list, { incidentId })
  if (value === null) {
    return error === null ? (
      <Waiting words={text('state.loading')} />
    ) : (
      <Failed
        words={text('state.error')}
        message={error.message}
        retryWords={text('state.retry')}
        onRetry={() => cache.refresh(appContract.news.list, { incidentId })}
      />
    )
  }
  return (
    <div className="stack notices-part">
      <NewsForm key={incidentId} incidentId={incidentId} facts={value.facts} />
      <NewsList incidentId={incidentId} news={value.news} />
    </div>
  )
}
