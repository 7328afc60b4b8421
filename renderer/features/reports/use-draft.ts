import { useEffect, useEffectEvent, useState } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { DraftLine, reportsContract } from '#shared/contract/reports.contract.ts'
import type { DraftEdit, ReportElement, ReportKind } from '#shared/domain/command/report.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { allEdits, editOf, shownLines, unsavedOf, type DirtyEdits } from './draft-edits.ts'

/** Which report is drafted. */
export interface DraftChoice {
  readonly incidentId: string
  readonly kind: ReportKind
  readonly corrects: string | null
}

type Draft = OutputOf<(typeof reportsContract)['draft']>

/** A draft that is kept while it is typed. */
export interface DraftDesk {
  readonly draft: Draft | null
  readonly error: string | null
  readonly lines: readonly DraftLine[]
  /** Something typed is not kept yet. */
  readonly isUnsaved: boolean
  readonly change: (line: DraftLine, change: Partial<DraftEdit>) => void
  /** Takes back what was changed of a line. */
  readonly reset: (key: string) => void
  readonly add: (element: ReportElement) => void
  /** Stops keeping while the report is signed: what is issued must not come back as a draft. */
  readonly hold: (isHeld: boolean) => void
}

/** Pause in typing after which a draft is kept, milliseconds. */
const SAVE_AFTER_MS = 600

/** The draft of a report with what was typed since. Nothing typed is lost: it is kept after each pause. */
export function useDraft(choice: DraftChoice): DraftDesk {
  const { client } = useConsole()
  const { value: draft, error } = useQuery(appContract.reports.draft, choice)
  const [dirty, setDirty] = useState<DirtyEdits>(new Map())
  const [seen, setSeen] = useState<Draft | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [isHeld, setHeld] = useState(false)
  if (draft !== null && draft !== seen) {
    setSeen(draft)
    setDirty(unsavedOf(dirty, draft.edits))
  }
  const saved = draft?.edits ?? []
  const save = useEffectEvent(async () => {
    if (draft === null || dirty.size === 0 || isHeld) return
    const { to, signer } = draft
    const command = { commandId: crypto.randomUUID(), ...choice, to, signer, edits: allEdits(saved, dirty) }
    const answer = await client.reports.saveDraft(command)
    setFailed(answer.ok ? null : answer.error.message)
  })
  useEffect(() => {
    if (dirty.size === 0 || isHeld) return
    const timer = setTimeout(() => void save(), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [dirty, isHeld])
  // Leaving the page within the pause must lose nothing either.
  useEffect(() => () => void save(), [])
  const set = (key: string, edit: DraftEdit | null): void => setDirty((before) => new Map([...before, [key, edit]]))
  return {
    draft,
    error: error?.message ?? failed,
    lines: shownLines(draft?.lines ?? [], dirty),
    isUnsaved: dirty.size > 0,
    change: (line, change) => set(line.key, editOf(line, allEdits(saved, dirty), change)),
    reset: (key) => set(key, null),
    hold: setHeld,
    add: (element) => set(element.key, { ...element, dropped: false, over: null }),
  }
}
