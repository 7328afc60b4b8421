/** What the room of contingency plans shows. A null version = the one in force, or the newest. */
export type PlanDeskPage =
  | { readonly kind: 'list' }
  | { readonly kind: 'plan'; readonly planId: string; readonly version: number | null; readonly path: string }
  /** `waiting` = title of another plan that was to be edited while this one was not saved. */
  | { readonly kind: 'edit'; readonly path: string; readonly waiting: string | null }
  | { readonly kind: 'diff'; readonly planId: string; readonly before: number; readonly after: number }
  | { readonly kind: 'test'; readonly planId: string; readonly version: number }

/** A value of a plan under edit: whatever its writer has typed so far. */
export type PlanValue =
  string | number | boolean | null | readonly PlanValue[] | { readonly [key: string]: PlanValue | undefined }

/** The version an edit began from, as the command that saves it names it. */
export interface PlanEditBase {
  readonly planId: string
  readonly version: number
  readonly revision: number
}

/** A plan under edit. It stays while other functions are on the screen, until it is saved or given up. */
export interface PlanEdit {
  /** Null for a plan of a new id. */
  readonly base: PlanEditBase | null
  readonly title: string
  readonly mode: 'form' | 'text'
  /** What the form holds. */
  readonly value: { readonly [key: string]: PlanValue | undefined }
  /** What the text view holds. */
  readonly text: string
  /** Whether the form was changed since `text` said the same. */
  readonly formChanged: boolean
  readonly dirty: boolean
  readonly note: string
}

/** View state of the room of contingency plans in one window. */
export interface PlanDesk {
  readonly page: PlanDeskPage
  readonly edit: PlanEdit | null
  /** Name typed last, offered for the next step. */
  readonly who: string
  readonly filter: PlanFilter
  /** Chosen row of the list, so that the way back leads to it. */
  readonly chosen: string | null
  /** Words of the full-text search; empty = the list. */
  readonly search: { readonly words: string; readonly all: boolean }
}

/** Filters of the list; an empty string = all. */
export interface PlanFilter {
  readonly versions: 'newest' | 'running' | 'all'
  readonly kind: string
  readonly state: string
  readonly type: string
  readonly due: string
  readonly text: string
}

/** No filter. */
export const NO_PLAN_FILTER: PlanFilter = { versions: 'newest', kind: '', state: '', type: '', due: '', text: '' }

/** The room as a window opens it. */
export const FIRST_PLAN_DESK: PlanDesk = {
  page: { kind: 'list' },
  edit: null,
  who: '',
  filter: NO_PLAN_FILTER,
  chosen: null,
  search: { words: '', all: false },
}
