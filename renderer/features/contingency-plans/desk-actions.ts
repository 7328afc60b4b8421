import type { PlanDesk, PlanDeskPage, PlanEdit } from '../../app/plan-desk.ts'
import type { ViewStore } from '../../app/view-store.ts'

/** Changes parts of the room of contingency plans. */
export function setDesk(view: ViewStore, change: Partial<PlanDesk>): void {
  view.setState(({ planDesk }) => ({ planDesk: { ...planDesk, ...change } }))
}

/** Opens a page of the room. */
export function openPage(view: ViewStore, page: PlanDeskPage): void {
  setDesk(view, { page })
}

/** Changes the plan under edit; nothing happens when none is. */
export function setEdit(view: ViewStore, change: Partial<PlanEdit>): void {
  view.setState(({ planDesk }) =>
    planDesk.edit === null ? {} : { planDesk: { ...planDesk, edit: { ...planDesk.edit, ...change } } },
  )
}
