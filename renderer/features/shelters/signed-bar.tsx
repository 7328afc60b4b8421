import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import { SignedInputs } from '../../ui/signed-fields.tsx'
import type { Signed } from './use-signed.ts'

/** Who and why, and the warning that must be seen before it is done all the same. */
export function SignedBar(props: { signed: Signed }): ReactNode {
  const text = useText()
  const { signed } = props
  return (
    <div className="list-tools keeping-foot">
      <SignedInputs
        id="shelter"
        words={{ who: text('shelters.who'), reason: text('shelters.reason') }}
        signature={signed}
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
