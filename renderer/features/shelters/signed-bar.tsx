import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import type { Signed } from './use-signed.ts'

/** Who and why, and the warning that must be seen before it is done all the same. */
export function SignedBar(props: { signed: Signed }): ReactNode {
  const text = useText()
  const { signed } = props
  return (
    <div className="list-tools keeping-foot">
      <input
        className="field-input keeping-who"
        aria-label={text('shelters.who')}
        placeholder={text('shelters.who')}
        value={signed.who}
        data-testid="shelter-who"
        onChange={(event) => signed.setWho(event.target.value)}
      />
      <input
        className="field-input keeping-reason"
        aria-label={text('shelters.reason')}
        placeholder={text('shelters.reason')}
        value={signed.reason}
        data-testid="shelter-reason"
        onChange={(event) => signed.setReason(event.target.value)}
      />
      {signed.warning === null ? null : (
        <>
          <span className="warn strong" role="alert" data-testid="shelter-warning">
            {`▲ ${signed.warning}`}
          </span>
          <Button
            size="small"
            intent="danger"
            text={text('shelters.acknowledge')}
            data-testid="shelter-acknowledge"
            onClick={signed.acknowledge}
          />
        </>
      )}
      {signed.error === null ? null : (
        <span className="danger" role="alert">
          {signed.error}
        </span>
      )}
    </div>
  )
}
