import { Button, Dialog } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { useText, type TextKey } from '../../text/text.ts'

/** Every shortcut, in the order of work. */
const SHORTCUTS: readonly { readonly keys: string; readonly words: TextKey }[] = [
  { keys: 'Ctrl+N', words: 'shortcuts.newIncident' },
  { keys: 'Ctrl+Enter', words: 'shortcuts.submit' },
  { keys: '? / Alt+U', words: 'shortcuts.unknown' },
  { keys: 'Ctrl+K /', words: 'shortcuts.find' },
  { keys: 'Ctrl+L', words: 'shortcuts.list' },
  { keys: 'Ctrl+E', words: 'shortcuts.editFacts' },
  { keys: 'Ctrl+U', words: 'shortcuts.figures' },
  { keys: 'Ctrl+J / R', words: 'shortcuts.radio' },
  { keys: 'M', words: 'shortcuts.mute' },
  { keys: 'Ctrl+B', words: 'shortcuts.rebuild' },
  { keys: 'Ctrl+1 … 5', words: 'shortcuts.rooms' },
  { keys: 'Alt+1 … 4', words: 'shortcuts.tabs' },
  { keys: '↑ ↓ Enter', words: 'shortcuts.rows' },
  { keys: 'Alt+A', words: 'shortcuts.allParts' },
  { keys: 'Alt+M', words: 'shortcuts.map' },
  { keys: 'F2 F3 F4 F5 F6 F10 F11 F12', words: 'shortcuts.sections' },
  { keys: 'F7', words: 'shortcuts.handbook' },
  { keys: 'Ctrl+I', words: 'imports.title' },
  { keys: 'Ctrl+S', words: 'exports.title' },
  { keys: 'F8', words: 'shortcuts.arrival' },
  { keys: 'F9', words: 'shortcuts.cards' },
  { keys: 'F1 / ?', words: 'shortcuts.help' },
  { keys: 'Esc', words: 'shortcuts.close' },
]

/** The list of shortcuts. */
export function ShortcutList(props: { isOpen: boolean; onClose: () => void }): ReactNode {
  const text = useText()
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose}>
      <div className="confirm" data-testid="shortcut-list">
        <h2>{text('shortcuts.title')}</h2>
        <dl className="facts">
          {SHORTCUTS.map((shortcut) => (
            <div key={shortcut.keys}>
              <dt className="strong">{shortcut.keys}</dt>
              <dd>{text(shortcut.words)}</dd>
            </div>
          ))}
        </dl>
        <div className="actions">
          <Button autoFocus onClick={props.onClose} text={`${text('shortcuts.close')} (Esc)`} />
        </div>
      </div>
    </Dialog>
  )
}
