import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import type { PlanEdit, PlanEditBase } from '../../app/plan-desk.ts'
import type { ViewStore } from '../../app/view-store.ts'
import { setDesk } from './desk-actions.ts'
import { textOfEdit } from './edit-text.ts'
import { CHAPTERS, PLAN_PARTS } from './plan-fields.ts'
import { blankOf, treeOf } from './plan-tree.ts'

/** A version as it was opened: which it is, what it says and the text it was written in. */
interface OpenedPlan {
  readonly version: PlanEditBase
  readonly plan: ContingencyPlan
  readonly text: string
}

/** Opens a version for editing; unsaved work on another one is shown instead, to be saved or given up first. */
export function beginEdit(view: ViewStore, opened: OpenedPlan, path: string): void {
  const { edit } = view.getState().planDesk
  const { planId, version, revision } = opened.version
  if (edit?.dirty === true) {
    const same = edit.base?.planId === planId
    setDesk(view, { page: { kind: 'edit', path: same ? path : '', waiting: same ? null : opened.plan.title } })
    return
  }
  const fresh: PlanEdit = {
    base: { planId, version, revision },
    title: opened.plan.title,
    mode: 'form',
    value: treeOf(opened.plan),
    text: opened.text,
    formChanged: false,
    dirty: false,
    note: '',
  }
  setDesk(view, { page: { kind: 'edit', path, waiting: null }, edit: fresh })
}

/** Begins a plan of a new id with every part empty; unsaved work is shown instead. */
export function beginNew(view: ViewStore, title: string): void {
  const { edit } = view.getState().planDesk
  if (edit?.dirty === true) {
    setDesk(view, { page: { kind: 'edit', path: '', waiting: title } })
    return
  }
  const fields = [...PLAN_PARTS.flatMap((part) => part.fields), CHAPTERS]
  const value = { schema: 'contingency-plan/1', id: '', ...blankOf(fields) }
  const fresh = { base: null, title, mode: 'form', value, text: '', formChanged: true, dirty: false, note: '' } as const
  setDesk(view, {
    page: { kind: 'edit', path: '', waiting: null },
    edit: { ...fresh, text: textOfEdit(fresh) },
  })
}
