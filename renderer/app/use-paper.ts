import { useState } from 'react'
import type { Answer } from '#shared/contract/define.ts'
import type { PaperOutcome } from '#shared/contract/shell.contract.ts'
import type { PaperDocument } from '#shared/domain/paper-document.ts'
import { useText } from '../text/text.ts'
import { useConsole } from './console-context.tsx'

/** Makes paper of documents and says what became of it. */
export interface Paper {
  readonly busy: boolean
  /** What became of the last wish; null before the first. */
  readonly said: { readonly words: string; readonly failed: boolean } | null
  readonly savePdf: (document: () => Promise<Answer<PaperDocument>>) => void
  readonly saveDocx: (document: () => Promise<Answer<PaperDocument>>) => void
  readonly print: (document: () => Promise<Answer<PaperDocument>>) => void
  readonly copyText: (text: string) => void
}

/** The way from a screen to paper; one thing at a time. */
export function usePaper(): Paper {
  const { client, shell } = useConsole()
  const text = useText()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Paper['said']>(null)

  const run = async (work: () => Promise<string>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setSaid(null)
    try {
      setSaid({ words: await work(), failed: false })
    } catch (error) {
      setSaid({ words: error instanceof Error ? error.message : String(error), failed: true })
    } finally {
      setBusy(false)
    }
  }
  const wordsOf = ({ outcome, path, pages }: PaperOutcome): string => {
    if (outcome === 'cancelled') return text('paper.cancelled')
    return path === '' ? text('paper.printed', { pages }) : text('paper.saved', { path, pages })
  }
  return {
    busy,
    said: busy ? { words: text('paper.working'), failed: false } : said,
    savePdf: (document) =>
      void run(async () => wordsOf(valueOf(await shell.paper.savePdf({ document: valueOf(await document()) })))),
    saveDocx: (document) =>
      void run(async () => {
        const paper = valueOf(await document())
        const file = valueOf(await client.documents.docx({ document: paper }))
        const { outcome, path } = valueOf(await shell.file.saveBytes({ title: paper.title, ...file }))
        return outcome === 'cancelled' ? text('paper.cancelled') : text('paper.savedDocx', { path })
      }),
    print: (document) =>
      void run(async () => wordsOf(valueOf(await shell.paper.print({ document: valueOf(await document()) })))),
    copyText: (words) =>
      void run(async () => {
        valueOf(await shell.paper.copyText({ text: words }))
        return text('paper.copied')
      }),
  }
}

function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(answer.error.message)
}
