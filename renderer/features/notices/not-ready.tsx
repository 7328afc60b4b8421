import type { ReactNode } from 'react'
import type { StartNotice } from '#shared/contract/system.contract.ts'
import { useText, type TextKey } from '../../text/text.ts'

/** Words over the screen when the database did not open; what is wrong decides them. */
function wordsOf(notices: readonly StartNotice[]): { title: TextKey; remedy: TextKey } {
  if (notices.some((notice) => notice.code === 'database-newer'))
    return { title: 'ready.newerTitle', remedy: 'ready.newerRemedy' }
  if (notices.some((notice) => notice.code === 'database-set-aside'))
    return { title: 'ready.damagedTitle', remedy: 'ready.failedRemedy' }
  return { title: 'ready.title', remedy: 'ready.failedRemedy' }
}

/** The whole window when there is no database: what happened, where, and what to do. */
export function NotReady(props: { notices: readonly StartNotice[]; databasePath: string; version: string }): ReactNode {
  const text = useText()
  const words = wordsOf(props.notices)
  return (
    <main className="full-screen" data-testid="not-ready" role="alert">
      <h1>{text(words.title)}</h1>
      <p className="lead">{text(words.remedy)}</p>
      <dl className="facts">
        <div>
          <dt>{text('ready.where')}</dt>
          <dd>{props.databasePath}</dd>
        </div>
        <div>
          <dt>{text('ready.version')}</dt>
          <dd>{props.version}</dd>
        </div>
      </dl>
      <h2>{text('ready.notices')}</h2>
      <ul className="reasons">
        {props.notices.map((notice) => (
          <li key={`${notice.code} ${notice.text}`}>
            <span className="strong">{notice.text}</span>
            <br />
            <span className="dim">{notice.detail}</span>
          </li>
        ))}
      </ul>
    </main>
  )
}

/** A window that was not opened by the console, or whose core does not answer at all. */
export function NoConsole(props: { message: string }): ReactNode {
  const text = useText()
  return (
    <main className="full-screen" data-testid="not-ready" role="alert">
      <h1>{text('ready.title')}</h1>
      <p className="lead">{props.message === '' ? text('ready.noBridge') : props.message}</p>
    </main>
  )
}
