import { useEffect, useEffectEvent } from 'react'
import {
  closeHandbook,
  showFinder,
  openArrival,
  openCards,
  openDeskRoom,
  openHandbook,
  openImport,
  openFacts,
  openFigures,
  openIntake,
  openList,
  openSection,
  openTab,
} from '../../app/view-actions.ts'
import { isTyping } from '../../app/is-typing.ts'
import { DESK_ROOM_VIEWS } from './desk-rooms.tsx'
import { PLAN_TABS, type Section, type ViewStore } from '../../app/view-store.ts'

const SECTION_KEYS: Readonly<Record<string, Section>> = {
  ...{
    F2: 'dispatch',
    F3: 'support',
    F4: 'reports',
    F5: 'readiness',
    F6: 'library',
    F10: 'plans',
    F11: 'judgement',
    F12: 'review',
  },
}

/** What keys do beyond the view. */
export interface ShortcutActions {
  readonly onRebuild: () => void
  /** Stops the plan under way; false when there is none. */
  readonly onCancel: () => boolean
}

/** Keyboard of the whole window; the list of it is shown by F1. */
export function useShortcuts(view: ViewStore, actions: ShortcutActions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (handleKey(view, event, actions)) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

/** Acts on one key; true when it was one of ours. */
function handleKey(view: ViewStore, event: KeyboardEvent, { onRebuild, onCancel }: ShortcutActions): boolean {
  const section = SECTION_KEYS[event.key]
  if (section !== undefined) {
    openSection(view, section)
    return true
  }
  if (event.key === 'F7') {
    if (view.getState().handbook === null) openHandbook(view, null)
    else closeHandbook(view)
    return true
  }
  if (event.key === '/' && !event.ctrlKey && !event.altKey && !isTyping(event.target)) {
    // A page with a search box of its own takes the key first; it listens after the window does.
    setTimeout(() => {
      if (!event.defaultPrevented) showFinder(view, true)
    })
    return false
  }
  if (event.key === 'F9') {
    openCards(view)
    return true
  }
  if (event.key === 'F8') {
    openArrival(view)
    return true
  }
  if (event.key === 'F1' || (event.key === '?' && !isTyping(event.target))) {
    view.setState((state) => ({ helpOpen: !state.helpOpen }))
    return true
  }
  if (event.ctrlKey && !event.altKey) return handleControl(view, event.key.toLowerCase(), onRebuild)
  if (event.altKey && !event.ctrlKey) return handleAlt(view, event.code)
  return event.key === 'Escape' && handleEscape(view, onCancel)
}

function handleControl(view: ViewStore, key: string, onRebuild: () => void): boolean {
  const room = DESK_ROOM_VIEWS[Number(/^[1-9]$/.exec(key)?.[0] ?? 0) - 1]
  if (room !== undefined) {
    openDeskRoom(view, room.room)
    return true
  }
  switch (key) {
    case 'n':
      openIntake(view)
      return true
    case 'i':
      openImport(view, null)
      return true
    case 'l':
      openList(view)
      return true
    case 'u':
      openFigures(view)
      return true
    case 'e':
      openFacts(view)
      return true
    case 'j':
      if (view.getState().incidentId !== null) view.setState(({ radioOpen }) => ({ radioOpen: !radioOpen }))
      return true
    case 'k':
      showFinder(view, !view.getState().finderOpen)
      return true
    case 'b':
      onRebuild()
      return true
    default:
      return false
  }
}

function handleAlt(view: ViewStore, code: string): boolean {
  const tab = PLAN_TABS[Number(/^Digit([1-4])$/.exec(code)?.[1] ?? 0) - 1]
  if (tab !== undefined) {
    openTab(view, tab)
    return true
  }
  if (code === 'KeyA') view.setState((state) => ({ showAll: !state.showAll }))
  else if (code === 'KeyM') view.setState((state) => ({ mapEnlarged: !state.mapEnlarged }))
  else return false
  return true
}

/** Closes what lies on top, then stops a plan under way, then lets go of the chosen row. */
function handleEscape(view: ViewStore, onCancel: () => boolean): boolean {
  const { desk, incidentId, mapEnlarged, row, helpOpen, pickRow, section, importing } = view.getState()
  if (helpOpen || document.querySelector('.bp6-dialog, .bp6-drawer, .bp6-popover') !== null) return false
  if (section === 'library' && importing !== null) view.setState({ importing: null })
  else if (pickRow !== null) view.setState({ pickRow: null })
  else if (mapEnlarged) view.setState({ mapEnlarged: false })
  else if (desk === 'intake' || desk === 'edit')
    view.setState({ desk: incidentId === null ? 'list' : 'plan', picked: null })
  else if (onCancel()) return true
  else if (row !== null) view.setState({ row: null })
  else return false
  return true
}
