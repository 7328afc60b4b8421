import type { ReactNode } from 'react'
import type { ShelterLine } from '#shared/contract/shelters.contract.ts'
import { useText } from '../../text/text.ts'

const TONES = {
  closed: 'dim',
  preparing: 'warn',
  open: 'good',
  full: 'warn',
  unusable: 'danger',
  untold: 'dim',
} as const

/** State of a shelter as sign and word. */
export function StateMark(props: { state: ShelterLine['state'] }): ReactNode {
  const text = useText()
  const state = props.state === '' ? 'untold' : props.state
  return (
    <span className={`${TONES[state]} one-line-text`}>
      {`${text(`shelters.stateMark.${state}`)} ${text(`shelters.state.${state}`)}`}
    </span>
  )
}
