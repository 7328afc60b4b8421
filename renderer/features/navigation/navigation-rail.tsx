import type { ReactNode } from 'react'
import type { Section } from '../../app/view-store.ts'
import { useText, type TextKey } from '../../text/text.ts'

/** The seven functions, the library and drills, in the order of the plans. A null section is not in this version; `part` names the only part of a function that is. */
const ENTRIES: readonly {
  readonly label: TextKey
  readonly section: Section | null
  readonly shortcut: string
  readonly part?: TextKey
}[] = [
  { label: 'nav.monitoring', section: 'readiness', shortcut: 'F5', part: 'nav.readiness' },
  { label: 'nav.warning', section: null, shortcut: '' },
  { label: 'nav.reports', section: 'reports', shortcut: 'F4' },
  { label: 'nav.judgement', section: 'judgement', shortcut: 'F11' },
  { label: 'nav.support', section: 'support', shortcut: 'F3' },
  { label: 'nav.dispatch', section: 'dispatch', shortcut: 'F2' },
  { label: 'nav.review', section: 'review', shortcut: 'F12' },
  { label: 'nav.plans', section: 'plans', shortcut: 'F10' },
  { label: 'nav.library', section: 'library', shortcut: 'F6' },
  { label: 'nav.drills', section: null, shortcut: '' },
]

const FIND_KEYS = 'Ctrl+K'

/** Navigation by function; what this version does not have is shown and says so. */
export function NavigationRail(props: {
  section: Section
  onOpen: (section: Section) => void
  onHandbook: () => void
  onSearch: () => void
}): ReactNode {
  const text = useText()
  return (
    <nav className="rail" aria-label={text('nav.label')} data-testid="navigation">
      <button type="button" data-testid="nav-search" aria-haspopup="dialog" onClick={props.onSearch}>
        {text('nav.search')}
        <span className="rail-note">{FIND_KEYS}</span>
      </button>
      {ENTRIES.map((entry) => {
        const { section } = entry
        if (section === null) {
          return (
            <button key={entry.label} type="button" aria-disabled="true" tabIndex={-1} title={text('nav.absent')}>
              {text(entry.label)}
              <span className="rail-note">{text('nav.absentNote')}</span>
            </button>
          )
        }
        return (
          <button
            key={entry.label}
            type="button"
            data-testid={`nav-${section}`}
            aria-current={section === props.section ? 'page' : undefined}
            onClick={() => props.onOpen(section)}
          >
            {text(entry.label)}
            <span className="rail-note">
              {entry.part === undefined ? entry.shortcut : `${text(entry.part)} ${entry.shortcut}`}
            </span>
          </button>
        )
      })}
      <button type="button" data-testid="nav-handbook" aria-haspopup="dialog" onClick={props.onHandbook}>
        {text('nav.handbook')}
        <span className="rail-note">F7</span>
      </button>
    </nav>
  )
}
