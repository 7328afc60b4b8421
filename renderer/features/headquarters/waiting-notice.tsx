import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { Waiting } from '#shared/contract/headquarters.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { openDeskRoom, openIncident } from '../../app/view-actions.ts'
import { useView } from '../../app/view-store.ts'
import { clockText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { Chip } from '../../ui/marks.tsx'

/** News from the other headquarters that waits for a word of this one. Put aside, it stays counted in the strip. */
export function WaitingNotice(): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const waiting = useQuery(appContract.headquarters.waiting, {}).value ?? []
  // Whoever has the room open sees it there, where he may be typing.
  const inRoom = useView(view, ({ section, desk, deskRoom, incidentId }) =>
    section === 'dispatch' && desk === 'plan' && deskRoom === 'headquarters' ? incidentId : null,
  )
  const [aside, setAside] = useState<ReadonlySet<string>>(new Set())
  const news = waiting.filter(
    (entry) => !aside.has(keyOf(entry)) && (inRoom === null || (entry.incidentId ?? inRoom) !== inRoom),
  )
  const first = news.at(-1)
  return (
    <div aria-live="assertive" role="status" className="arrival-place">
      {first === undefined ? null : (
        <div className="arrival" data-testid="waiting-notice">
          <Chip tone="warn">{text(`together.wait.${first.kind}`)}</Chip>
          <span className="strong arrival-words">
            {`${first.number} ${clockText(first.since)} ${first.text}`}
            {news.length > 1 ? ` ${text('together.more', { count: news.length - 1 })}` : ''}
          </span>
          <Button
            size="small"
            intent="primary"
            data-testid="waiting-open"
            text={text('together.open')}
            onClick={() => {
              setAside(new Set(waiting.map(keyOf)))
              if (first.incidentId !== null) openIncident(view, first.incidentId)
              openDeskRoom(view, 'headquarters')
            }}
          />
          <Button
            size="small"
            data-testid="waiting-later"
            text={text('together.later')}
            onClick={() => setAside(new Set(waiting.map(keyOf)))}
          />
        </div>
      )}
    </div>
  )
}

/** How much waits for this headquarters, in the strip until it is answered. */
export function WaitingCount(): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const waiting = useQuery(appContract.headquarters.waiting, {}).value ?? []
  const [oldest] = waiting
  if (oldest === undefined) return null
  return (
    <button
      type="button"
      className="chip chip-danger strip-waiting"
      data-testid="strip-waiting"
      title={waiting.map((entry) => `${text(`together.wait.${entry.kind}`)} ${entry.text}`).join('\n')}
      onClick={() => {
        if (oldest.incidentId !== null) openIncident(view, oldest.incidentId)
        openDeskRoom(view, 'headquarters')
      }}
    >
      {`▲ ${text('together.count', { count: waiting.length })}`}
    </button>
  )
}

/** An answer that was asked back waits anew. */
function keyOf({ kind, id, since }: Waiting): string {
  return `${kind} ${id} ${since}`
}
