import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { StartNotice } from '#shared/contract/system.contract.ts'
import { useText, type TextKey } from '../../text/text.ts'

/** What must be read, by its title; the rest is in the journal of the console. */
const TITLES: Readonly<Partial<Record<StartNotice['code'], TextKey>>> = {
  'database-set-aside': 'startNotice.databaseSetAside',
  'database-failed': 'startNotice.databaseFailed',
  'journal-broken': 'startNotice.journalBroken',
  'core-restarted': 'startNotice.coreRestarted',
  'unclean-stop': 'startNotice.uncleanStop',
  'disk-full': 'startNotice.diskFull',
  'disk-low': 'startNotice.diskLow',
  'clock-behind': 'startNotice.clockBehind',
}

/** A start that was not ordinary is said until somebody has read it; a first start is not such a case. */
export function StartNotices(props: { notices: readonly StartNotice[] }): ReactNode {
  const text = useText()
  // By content: what a core started later says has not been read yet.
  const [read, setRead] = useState('')
  const serious = props.notices.flatMap((notice) => {
    const title = TITLES[notice.code]
    return title === undefined ? [] : [{ ...notice, title }]
  })
  const content = JSON.stringify(serious)
  if (read === content || serious.length === 0) return null
  return (
    <div className="start-notices" role="alert" data-testid="start-notices">
      {serious.map((notice) => (
        <p key={notice.text}>
          <span className="strong">{text(notice.title)}</span> {notice.text}{' '}
          <span className="dim">{notice.detail}</span>
        </p>
      ))}
      <Button size="small" onClick={() => setRead(content)} text={text('ready.dismiss')} />
    </div>
  )
}
