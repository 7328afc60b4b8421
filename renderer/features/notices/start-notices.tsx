import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { StartNotice } from '#shared/contract/system.contract.ts'
import { useText } from '../../text/text.ts'

/** A start that was not ordinary is said until somebody has read it; a first start is not such a case. */
export function StartNotices(props: { notices: readonly StartNotice[] }): ReactNode {
  const text = useText()
  const [read, setRead] = useState(false)
  const serious = props.notices.filter(
    (notice) => notice.code === 'database-set-aside' || notice.code === 'database-failed',
  )
  if (read || serious.length === 0) return null
  return (
    <div className="start-notices" role="alert" data-testid="start-notices">
      {serious.map((notice) => (
        <p key={notice.text}>
          <span className="strong">{notice.text}</span> {notice.detail}
        </p>
      ))}
      <Button size="small" onClick={() => setRead(true)} text={text('ready.dismiss')} />
    </div>
  )
}
