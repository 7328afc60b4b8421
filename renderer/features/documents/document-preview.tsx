import { useCallback, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { DocumentHead } from '#shared/contract/documents.contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { PaperPreview } from '../../paper/paper-preview.tsx'
import { useText } from '../../text/text.ts'

/** One document as it will be printed, with the number of its pages. */
export function DocumentPreview(props: { incidentId: string; head: DocumentHead }): ReactNode {
  const text = useText()
  const { incidentId, head } = props
  const input = { incidentId, keys: [head.key] }
  const { value, error } = useQuery(appContract.documents.get, input)
  const [set, setSet] = useState<{ readonly key: string; readonly pages: number } | null>(null)
  const onSet = useCallback((pages: number) => setSet({ key: head.key, pages }), [head.key])
  if (value === null) return <Unloaded of={appContract.documents.get} input={input} error={error} />
  return (
    <>
      <p className="panel-note" role="status" data-testid="preview-pages">
        {set?.key === head.key ? text('documents.pages', { pages: set.pages }) : text('documents.setting')}
      </p>
      <PaperPreview paper={value} label={head.title} onSet={onSet} />
    </>
  )
}
