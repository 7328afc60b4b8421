import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { StartNotice } from '#shared/contract/system.contract.ts'
import { useText } from '../../text/text.ts'

/** What must be read: the rest is in the journal of the console. */
const SERIOUS = ['database-set-aside', 'database-failed', 'journal-broken', 'core-restarted']

/** A start that was not ordinary is said until somebody has read it; a first start is not such a case. */
export function StartNotices(props: { notices: readonly StartNotice[] }): ReactNode {
  const text = useText()
  // By content: what a core started later says has not been read yet.
  const [read, setRead] = useState('')
  const serious = props.notices.filter((notice) => SERIOUS.includes(notice.code))
  const content = JSON.stringify(serious)
  if (read === content || serious.length === 0) return null
  return (
    <div className="start-notices" role="alert" data-testid="start-notices">
      {serious.map((notice) => (
        <p key={notice.text}>
          <span className="strong">{notice.text}</span> {notice.detail}
        </p>
      ))}
      <Button size="small" onClick={() => setRead(content)} text={text('ready.dismiss')} />
    </div>
  )
}
