import { Button, Classes, PopoverNext } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'

/** How the plans are made again: keeping what is worth keeping, as if there were none, or taking no team back. */
export type RebuildManner = 'usual' | 'fresh' | 'keepAll'

/** The less usual manners, in the order of how much of the plan in force they keep. */
const MANNERS = ['keepAll', 'fresh'] as const

/** The other two ways to make the plans again, each with what it does to the plan in force. */
export function RebuildMenu(props: { disabled: boolean; onRebuild: (manner: RebuildManner) => void }): ReactNode {
  const text = useText()
  return (
    <PopoverNext
      placement="bottom-start"
      disabled={props.disabled}
      content={
        <ul className="rebuild-menu" data-testid="rebuild-menu">
          {MANNERS.map((manner) => (
            <li key={manner}>
              <Button
                size="small"
                autoFocus={manner === 'keepAll'}
                className={Classes.POPOVER_DISMISS}
                onClick={() => props.onRebuild(manner)}
                text={text(`incidents.manner.${manner}`)}
                data-testid={`rebuild-${manner}`}
              />
              <p className="dim">{text(`incidents.mannerNote.${manner}`)}</p>
            </li>
          ))}
        </ul>
      }
    >
      <Button
        size="small"
        disabled={props.disabled}
        text="▼"
        aria-label={text('incidents.manners')}
        title={text('incidents.manners')}
        data-testid="rebuild-manners"
      />
    </PopoverNext>
  )
}
