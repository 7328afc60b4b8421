import { useRef, useState } from 'react'
import type { Answer } from '#shared/contract/define.ts'
import type { PaperDocument } from '#shared/domain/paper-document.ts'
import { useConsole } from '../../app/console-context.tsx'
import { usePaper, type Paper } from '../../app/use-paper.ts'
import { useText } from '../../text/text.ts'
import { collectDocuments } from './collect-documents.ts'

/** What can be done with the documents that are meant. */
export interface DocumentWork {
  readonly paper: Paper
  /** How many of many are collected; null when none are being collected. */
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly savePdf: () => void
  readonly saveDocx: () => void
  readonly print: () => void
  /** Stops collecting after the document under way; nothing is written. */
  readonly stop: () => void
}

/** Makes one paper of the documents that are meant, and follows how far that is. */
export function useDocuments(incidentId: string, keys: readonly string[]): DocumentWork {
  const text = useText()
  const { client } = useConsole()
  const paper = usePaper()
  const [progress, setProgress] = useState<DocumentWork['progress']>(null)
  const stopped = useRef(false)
  const collect = async (): Promise<Answer<PaperDocument>> => {
    stopped.current = false
    setProgress({ done: 0, total: keys.length })
    try {
      return await collectDocuments({
        client,
        incidentId,
        keys,
        title: keys.length > 1 ? text('documents.bound', { count: keys.length }) : null,
        onProgress: (done) => setProgress({ done, total: keys.length }),
        isStopped: () => stopped.current,
        stopped: text('documents.stopped'),
      })
    } finally {
      setProgress(null)
    }
  }
  return {
    paper,
    progress,
    savePdf: () => paper.savePdf(collect),
    saveDocx: () => paper.saveDocx(collect),
    print: () => paper.print(collect),
    stop: () => {
      stopped.current = true
    },
  }
}
