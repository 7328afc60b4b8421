import type { PlanEdits } from '#shared/contract/orders.contract.ts'
import type { ViewStore } from './view-store.ts'

/** Pages of the room of orders. */
export const ORDER_PAGES = ['live', 'issue', 'claims', 'ended'] as const
export type OrderPage = (typeof ORDER_PAGES)[number]

/** What an officer wrote into one proposed order. */
export interface WishEdit {
  readonly text?: string
  /** Null = no due time. */
  readonly dueAt?: string | null
  readonly overruleBy?: string
  readonly overruleReason?: string
}

/** Edits of one incident's proposals; they belong to one version of its plan. */
export interface ProposalEdits {
  readonly version: number
  readonly plan: PlanEdits
  readonly wishes: Readonly<Record<string, WishEdit>>
  /** Keys that are ticked. */
  readonly picked: readonly string[]
}

/** What the room of orders shows in one window. Unsent edits stay while other rooms are shown. */
export interface OrderDesk {
  readonly page: OrderPage
  /** The chosen order or proposal. */
  readonly chosen: string | null
  readonly edits: Readonly<Record<string, ProposalEdits>>
}

export const FIRST_ORDER_DESK: OrderDesk = { page: 'live', chosen: null, edits: {} }

/** Nothing edited yet. */
export function noEdits(version: number): ProposalEdits {
  return { version, plan: { dropped: [], swapped: [], staging: [] }, wishes: {}, picked: [] }
}

/** Changes what the room of orders shows. */
export function setOrderDesk(view: ViewStore, change: Partial<OrderDesk>): void {
  view.setState(({ orderDesk }) => ({ orderDesk: { ...orderDesk, ...change } }))
}

/** Keeps edits of an incident's proposals. */
export function keepEdits(view: ViewStore, incidentId: string, edits: ProposalEdits): void {
  view.setState(({ orderDesk }) => ({
    orderDesk: { ...orderDesk, edits: { ...orderDesk.edits, [incidentId]: edits } },
  }))
}
