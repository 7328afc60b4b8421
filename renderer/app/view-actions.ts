import type { PlanTab, RowChoice, Section, ViewStore } from './view-store.ts'

/** Opens a function of the console. */
export function openSection(view: ViewStore, section: Section): void {
  view.setState({ section, mapEnlarged: false })
}

/** Opens the intake form for a new call. */
export function openIntake(view: ViewStore): void {
  view.setState({ section: 'dispatch', desk: 'intake', picked: null, mapEnlarged: false, row: null })
}

/** Opens the form on the facts of the chosen incident. */
export function openFacts(view: ViewStore): void {
  if (view.getState().incidentId === null) return
  view.setState({ section: 'dispatch', desk: 'edit', picked: null, mapEnlarged: false, row: null })
}

/** Shows the plans of an incident. */
export function openIncident(view: ViewStore, incidentId: string): void {
  view.setState({ section: 'dispatch', desk: 'plan', incidentId, row: null, picked: null })
}

/** Shows the list of incidents. */
export function openList(view: ViewStore): void {
  view.setState({ section: 'dispatch', desk: 'list', row: null, mapEnlarged: false })
}

/** Shows one page of the plan. */
export function openTab(view: ViewStore, tab: PlanTab): void {
  view.setState({ section: 'dispatch', desk: 'plan', tab, row: null })
}

/** Chooses a row of the plan, or none. */
export function chooseRow(view: ViewStore, row: RowChoice | null): void {
  view.setState({ row })
}
