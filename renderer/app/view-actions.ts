import type { CardAsk, DeskRoom, FoundPlace, PlanTab, RowChoice, Section, ViewState, ViewStore } from './view-store.ts'

/** Opens a function of the console. */
export function openSection(view: ViewStore, section: Section): void {
  view.setState({ section, mapEnlarged: false })
}

/** Opens the intake form for a new call. */
export function openIntake(view: ViewStore): void {
  view.setState({ section: 'dispatch', desk: 'intake', picked: null, mapEnlarged: false, row: null })
}

/** Opens the hazmat handbook on an entry, or on its empty search box; what is below stays as it is. */
export function openHandbook(view: ViewStore, id: string | null): void {
  view.setState({ handbook: { id }, helpOpen: false })
}

/** Closes the hazmat handbook. */
export function closeHandbook(view: ViewStore): void {
  view.setState({ handbook: null })
}

/** Opens or closes the global search; what is below stays as it is. */
export function showFinder(view: ViewStore, finderOpen: boolean): void {
  view.setState({ finderOpen, helpOpen: false })
}

/** Shows a place on the map of the dispatch desk. */
export function openMapAt(view: ViewStore, foundPlace: FoundPlace): void {
  view.setState({ section: 'dispatch', foundPlace })
}

/** Opens a contingency plan, the version in force or the newest. */
export function openPlan(view: ViewStore, planId: string): void {
  view.setState(({ planDesk }) => ({
    section: 'plans',
    mapEnlarged: false,
    planDesk: { ...planDesk, page: { kind: 'plan', planId, version: null, path: '' } },
  }))
}

/** Opens an action card in the drawer; what is below stays as it is. */
export function openCard(view: ViewStore, card: CardAsk): void {
  view.setState({ card, helpOpen: false })
}

/** Closes the drawer. */
export function closeCard(view: ViewStore): void {
  view.setState({ card: null })
}

/** Opens the import in the library, with files that were dropped or none. */
export function openImport(view: ViewStore, ticket: string | null): void {
  view.setState({ section: 'library', importing: { ticket }, mapEnlarged: false, card: null })
}

/** Shows all action cards, in the library. */
export function openCards(view: ViewStore): void {
  view.setState({ section: 'library', libraryRoom: 'cards', importing: null, mapEnlarged: false, card: null })
}

/** Shows what is around a record of the library; null = around the chosen incident. */
export function openSurroundings(view: ViewStore, around: ViewState['around']): void {
  const room = { section: 'library', libraryRoom: 'surroundings', importing: null } as const
  view.setState({ ...room, around, mapEnlarged: false, card: null })
}

/** Shows the room where machines are merged and what they decided apart is settled. */
export function openMerging(view: ViewStore): void {
  const room = { section: 'library', libraryRoom: 'merging', importing: null } as const
  view.setState({ ...room, mapEnlarged: false, card: null })
}

/** Opens the form on the facts of the chosen incident. */
export function openFacts(view: ViewStore): void {
  if (view.getState().incidentId === null) return
  view.setState({ section: 'dispatch', desk: 'edit', picked: null, mapEnlarged: false, row: null })
}

/** Opens the form for new figures of the chosen incident, over whatever is on the screen. */
export function openFigures(view: ViewStore): void {
  if (view.getState().incidentId !== null) view.setState({ figuresOpen: true, helpOpen: false })
}

/** Shows the plans of an incident. */
export function openIncident(view: ViewStore, incidentId: string): void {
  view.setState((state) => ({
    section: 'dispatch',
    desk: 'plan',
    incidentId,
    row: null,
    picked: null,
    arrival: state.arrival?.incidentId === incidentId ? null : state.arrival,
  }))
}

/** Shows the review of an incident, which becomes the chosen one. */
export function openReview(view: ViewStore, incidentId: string): void {
  openIncident(view, incidentId)
  openSection(view, 'review')
}

/** Notes that this window opened an incident, so that it is no news to it. */
export function noteOpened(view: ViewStore, incidentId: string): void {
  view.setState(({ own }) => ({ own: { ...own, opened: [...own.opened, incidentId] } }))
}

/** Notes that this window builds the plans of an incident. */
export function noteBuilding(view: ViewStore, incidentId: string): void {
  view.setState(({ own }) => ({ own: { ...own, building: incidentId } }))
}

/** Notes that building ended, with the version it made or null. */
export function noteBuilt(view: ViewStore, incidentId: string, version: number | null): void {
  view.setState(({ own }) => ({
    own: {
      ...own,
      building: null,
      built: version === null ? own.built : { ...own.built, [incidentId]: version },
    },
  }))
}

/** Goes where the news points: to the other incident, or to what changed in the one on the screen. */
export function openArrival(view: ViewStore): void {
  const { arrival, incidentId } = view.getState()
  if (arrival === null) return
  if (arrival.incidentId === incidentId) {
    view.setState({ section: 'support', mapEnlarged: false, goTo: 'plan-difference', arrival: null })
  } else {
    openIncident(view, arrival.incidentId)
  }
}

/** Opens a list of the plan or of the decision aid and marks the part. */
export function goToPart(
  view: ViewStore,
  target: { readonly section: Section; readonly tab?: PlanTab; readonly part: string },
): void {
  const { section, tab, part } = target
  // A list may belong to the other headquarters: everything is shown rather than nothing found.
  view.setState((state) => ({
    section,
    mapEnlarged: false,
    goTo: part,
    ...(tab === undefined
      ? {}
      : {
          desk: 'plan' as const,
          deskRoom: 'plan' as const,
          tab,
          row: null,
          showAll: state.showAll || part.endsWith('gaps') || part.endsWith('shortfalls'),
        }),
  }))
}

/** Shows the list of incidents. */
export function openList(view: ViewStore): void {
  view.setState({ section: 'dispatch', desk: 'list', row: null, mapEnlarged: false })
}

/** Shows a room of the chosen incident on the dispatch desk. */
export function openDeskRoom(view: ViewStore, deskRoom: DeskRoom): void {
  if (view.getState().incidentId === null) return
  view.setState({ section: 'dispatch', desk: 'plan', deskRoom, mapEnlarged: false })
}

/** Shows one page of the plan. */
export function openTab(view: ViewStore, tab: PlanTab): void {
  view.setState({ section: 'dispatch', desk: 'plan', deskRoom: 'plan', tab, row: null })
}

/** Chooses a row of the plan, or none. */
export function chooseRow(view: ViewStore, row: RowChoice | null): void {
  view.setState({ row })
}
