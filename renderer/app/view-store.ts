import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Headquarters } from '#shared/domain/taxonomy.ts'

/** Functions of the console that this version has. */
export const SECTIONS = ['dispatch', 'support', 'reports', 'library'] as const
export type Section = (typeof SECTIONS)[number]

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
  'evacuationGap',
  'casualty',
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

/** Position taken from the map for the intake form. */
export interface PickedPosition {
  readonly lng: number
  readonly lat: number
}

/** View state of one window; never data of the core. */
export interface ViewState {
  readonly section: Section
  readonly desk: 'list' | 'intake' | 'edit' | 'plan'
  readonly incidentId: string | null
  readonly tab: PlanTab
  readonly showAll: boolean
  readonly row: RowChoice | null
  readonly mapEnlarged: boolean
  readonly helpOpen: boolean
  readonly theme: 'day' | 'night'
  readonly picked: PickedPosition | null
  readonly announcement: string
  /** Why the latest build failed; null when it did not. */
  readonly buildError: string | null
}

export type ViewStore = StoreApi<ViewState>

/** View state at the start of a window. */
export function createViewStore(headquarters: Headquarters): ViewStore {
  return createStore<ViewState>(() => ({
    section: 'dispatch',
    desk: 'list',
    incidentId: null,
    // Each headquarters opens on the plan it acts on first.
    tab: headquarters === 'tactical' ? 'firstOrders' : 'force',
    showAll: false,
    row: null,
    mapEnlarged: false,
    helpOpen: false,
    theme: 'night',
    picked: null,
    announcement: '',
    buildError: null,
  }))
}

/** A part of the view state; renders again when that part changes. */
export function useView<T>(store: ViewStore, select: (state: ViewState) => T): T {
  return useStore(store, select)
}
