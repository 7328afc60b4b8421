import { useEffect, useState } from 'react'
import type { CellProblem } from '#shared/contract/records.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import type { RecordDraft } from '../../app/record-desk.ts'

/** How long the keyboard must rest before a draft is checked, milliseconds. */
const REST_MS = 150

/** What would keep the draft from being saved, judged by the core while it is typed. */
export function useRecordCheck(draft: RecordDraft | null): readonly CellProblem[] {
  const { client } = useConsole()
  const [problems, setProblems] = useState<readonly CellProblem[]>([])
  const asked = draft === null ? null : JSON.stringify([draft.kind, draft.key, draft.cells])
  useEffect(() => {
    if (asked === null || draft === null) return
    let isAsked = true
    const check = async (): Promise<void> => {
      const { kind, key, cells } = draft
      const answer = await client.records.check({ kind, key, cells })
      if (isAsked && answer.ok) setProblems(answer.value.problems)
    }
    const timer = setTimeout(() => void check(), REST_MS)
    return () => {
      isAsked = false
      clearTimeout(timer)
    }
    // The draft is what `asked` says; its reason and marks are no part of the question.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, client])
  return draft === null ? [] : problems
}
