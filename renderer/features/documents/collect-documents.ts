import type { AppClient } from '#shared/contract/app-contract.ts'
import type { Answer } from '#shared/contract/define.ts'
import type { PaperDocument } from '#shared/domain/paper-document.ts'

/** Documents to collect, and how their making is followed and stopped. */
export interface Collecting {
  readonly client: AppClient
  readonly incidentId: string
  readonly keys: readonly string[]
  /** Title of several as one; `null` = that of the one. */
  readonly title: string | null
  readonly onProgress: (done: number) => void
  readonly isStopped: () => boolean
  /** Said when it was stopped. */
  readonly stopped: string
}

/** Asks for documents one after the other and binds them to one paper; between two of them it can be stopped. */
export async function collectDocuments(wish: Collecting): Promise<Answer<PaperDocument>> {
  const { client, incidentId, keys, title, onProgress, isStopped, stopped } = wish
  const papers: PaperDocument[] = []
  for (const [index, key] of keys.entries()) {
    if (isStopped()) return { ok: false, error: { code: 'cancelled', message: stopped, path: '', value: null } }
    const answer = await client.documents.get({ incidentId, keys: [key] })
    if (!answer.ok) return answer
    papers.push(answer.value)
    onProgress(index + 1)
  }
  const [first] = papers
  if (first === undefined) return { ok: false, error: { code: 'cancelled', message: stopped, path: '', value: null } }
  if (papers.length === 1 || title === null) return { ok: true, value: first }
  const number = first.sheets[0]?.above.split(' ')[0] ?? ''
  const sheets = papers.flatMap((paper) => paper.sheets)
  return { ok: true, value: { ...first, title, fileName: `${number} ${title}`.trim(), sheets } }
}
