import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CellChange } from '#shared/contract/roster.contract.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import { FIRST_ORDER_DESK, type OrderDesk } from './order-desk.ts'
import { FIRST_PLAN_DESK, type PlanDesk } from './plan-desk.ts'
import { FIRST_RECORD_DESK, type RecordDesk } from './record-desk.ts'

/** Functions of the console that this version has. */
export const SECTIONS = [
  'readiness',
  'dispatch',
  'support',
  'judgement',
  'reports',
  'review',
  'plans',
  'library',
] as const
export type Section = (typeof SECTIONS)[number]

/** What the library shows: its tables, the action cards, or one of the rooms where officers work with them. */
export const KEEPING_ROOMS = ['roster', 'shelters', 'surroundings', 'lending', 'merging'] as const
export type KeepingRoom = (typeof KEEPING_ROOMS)[number]
export type LibraryRoom = 'tables' | 'cards' | 'stock' | KeepingRoom

/** What the dispatch desk shows of the chosen incident beside the map. */
export const DESK_ROOMS = ['plan', 'orders', 'board', 'headquarters', 'documents'] as const
export type DeskRoom = (typeof DESK_ROOMS)[number]

/** Pages of 信息报告. */
export const REPORT_PAGES = ['reports', 'notices', 'notes', 'journal'] as const
export type ReportPage = (typeof REPORT_PAGES)[number]

export const PLAN_TABS = ['force', 'movement', 'handling', 'firstOrders'] as const
export type PlanTab = (typeof PLAN_TABS)[number]

/** Kinds of plan rows that can be chosen to see why they stand there. */
export const ROW_KINDS = [
  'assignment',
  'demand',
  'shortfall',
  'reserve',
  'expert',
  'supplyDemand',
  'supply',
  'supplyRun',
  'supplyShortfall',
  'staging',
  'refusal',
  'movement',
  'closure',
  'zone',
  'mustNot',
  'decision',
  'action',
  'evacuation',
  'evacuationPlace',
  'clearance',
  'evacuationGap',
  'casualty',
  'casualtyGap',
  'withdrawal',
  'monitoring',
  'firstOrder',
  'finding',
  'report',
] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** One chosen row of a plan. */
export interface RowChoice {
  readonly kind: RowKind
  readonly id: string
}

/** A question for an action card: one by its id, or the one for a line of the plan. */
export type CardAsk =
  | { readonly kind: 'card'; readonly id: string }
  | {
      readonly kind: 'order'
      /** Work group of the line; empty where it has none. */
      readonly group: string
      readonly post: string | null
      readonly hq: Headquarters | null
      /** The line in words. */
      readonly words: string
      /** Why the card is not the one of whoever is named in the line. */
      readonly instead: 'caller' | 'firstDue' | null
    }

/** A place that was looked up, shown on the map until it is put away. */
export interface FoundPlace {
  readonly lng: number
  readonly lat: number
  readonly name: string
}

/** Position taken from the map for the intake form. */
export interface PickedPosition {
  readonly lng: number
  readonly lat: number
}

/** View state of one window; never data of the core. */
export interface ViewState {
  readonly section: Section
  readonly desk: 'list' | 'intake' | 'edit' | 'plan'
  /** Of the desk `plan`: which room of the incident. */
  readonly deskRoom: DeskRoom
  readonly incidentId: string | null
  readonly tab: PlanTab
  /** What 信息报告 shows, and the ticket of pictures dropped there and not yet read. */
  readonly reportPage: ReportPage
  readonly droppedPictures: string | null
  readonly showAll: boolean
  readonly row: RowChoice | null
  readonly mapEnlarged: boolean
  readonly helpOpen: boolean
  /** The global search, over whatever is on the screen. */
  readonly finderOpen: boolean
  /** The form for new figures of the chosen incident. */
  readonly figuresOpen: boolean
  readonly foundPlace: FoundPlace | null
  /** The hazmat handbook, over whatever is on the screen: null = closed, `id` = the entry it opens on. */
  readonly handbook: { readonly id: string | null } | null
  /** The action card in the drawer; null = closed. */
  readonly card: CardAsk | null
  /** The import over the library; `ticket` are files that were dropped and not yet opened. */
  readonly importing: { readonly ticket: string | null } | null
  /** What the library shows. */
  readonly libraryRoom: LibraryRoom
  /** Who last took a step with a lot: offered again in the next one. */
  readonly storeKeeper: string
  /** Unsaved cells of the duty roster, every state of them from the first on; they stay while other rooms are shown. */
  readonly rosterEdits: readonly ReadonlyMap<string, CellChange>[]
  /** The record whose surroundings are shown; null = those of the chosen incident. */
  readonly around: { readonly kind: TableName; readonly key: string; readonly name: string } | null
  /** The tables of the library. */
  readonly recordDesk: RecordDesk
  /** The room of orders. */
  readonly orderDesk: OrderDesk
  /** The radio log, over whatever is on the screen. */
  readonly radioOpen: boolean
  /** The room of contingency plans. */
  readonly planDesk: PlanDesk
  readonly theme: 'day' | 'night'
  readonly picked: PickedPosition | null
  /** Mode written in the open form for a new call; null when none is open. */
  readonly draftMode: Arrival['mode'] | null
  /** Row of the form's closed roads that waits for a click on the map. */
  readonly pickRow: number | null
  /** What that click gave. */
  readonly pickedRow: { readonly row: number; readonly position: PickedPosition } | null
  /** Part of the screen to go to and mark, by its test id; null once it was shown. */
  readonly goTo: string | null
  /** What this window opened, is building and has built: no news to it. */
  readonly own: {
    readonly opened: readonly string[]
    readonly building: string | null
    readonly built: Readonly<Record<string, number>>
  }
  /** What the other headquarters did while something else was on screen; shown until answered. */
  readonly arrival: Arrival | null
  readonly announcement: string
  /** Why the latest build failed; null when it did not. */
  readonly buildError: string | null
}

/** A new incident, or a new version of a plan, that this window did not make and does not show. */
export interface Arrival {
  readonly kind: 'incident' | 'version'
  readonly incidentId: string
  readonly number: string
  readonly title: string
  readonly mode: 'real' | 'drill' | 'tabletop'
  readonly version: number | null
}

export type ViewStore = StoreApi<ViewState>

/** View state at the start of a window. */
export function createViewStore(headquarters: Headquarters): ViewStore {
  return createStore<ViewState>(() => ({
    section: 'dispatch',
    desk: 'list',
    deskRoom: 'plan',
    incidentId: null,
    // Each headquarters opens on the plan it acts on first.
    tab: headquarters === 'tactical' ? 'firstOrders' : 'force',
    reportPage: 'reports',
    droppedPictures: null,
    showAll: false,
    row: null,
    mapEnlarged: false,
    helpOpen: false,
    finderOpen: false,
    figuresOpen: false,
    foundPlace: null,
    handbook: null,
    card: null,
    importing: null,
    libraryRoom: 'tables',
    storeKeeper: '',
    rosterEdits: [new Map()],
    around: null,
    recordDesk: FIRST_RECORD_DESK,
    orderDesk: FIRST_ORDER_DESK,
    radioOpen: false,
    planDesk: FIRST_PLAN_DESK,
    theme: 'night',
    picked: null,
    draftMode: null,
    pickRow: null,
    pickedRow: null,
    goTo: null,
    own: { opened: [], building: null, built: {} },
    arrival: null,
    announcement: '',
    buildError: null,
  }))
}

/** A part of the view state; renders again when that part changes. */
export function useView<T>(store: ViewStore, select: (state: ViewState) => T): T {
  return useStore(store, select)
}
