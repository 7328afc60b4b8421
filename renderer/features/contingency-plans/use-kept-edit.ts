import { useEffect, useRef } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import type { PlanEdit } from '../../app/plan-desk.ts'
import { setDesk } from './desk-actions.ts'
import { keepEdit, readKeptEdit } from './kept-edit.ts'

/** Brings back unsaved work of an earlier window and keeps that of this one. */
export function useKeptEdit(edit: PlanEdit | null): void {
  const { view, headquarters } = useConsole()
  const had = useRef(false)
  useEffect(() => {
    if (view.getState().planDesk.edit !== null) return
    const kept = readKeptEdit(window.localStorage, headquarters)
    if (kept !== null) setDesk(view, { edit: kept })
  }, [view, headquarters])
  useEffect(() => {
    // Before any work there is nothing to forget: what lies there is brought back just now.
    if (edit === null && !had.current) return
    had.current = edit !== null
    // At once: a window may be closed with the next key.
    keepEdit(window.localStorage, headquarters, edit)
  }, [edit, headquarters])
}
