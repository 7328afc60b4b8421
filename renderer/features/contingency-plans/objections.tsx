import type { ReactNode } from 'react'
import type { ApprovalObjection } from '#shared/contract/library.contract.ts'
import { useText } from '../../text/text.ts'

/** What stands against an approval, each with its remedy and the way to its field. */
export function Objections(props: {
  objections: readonly ApprovalObjection[]
  goWords: string
  onGo: (objection: ApprovalObjection) => void
}): ReactNode {
  const text = useText()
  return (
    <ul className="plan-problems scroll" data-testid="plan-objections">
      {props.objections.map((objection) => (
        <li key={`${objection.code} ${objection.path}`}>
          <button type="button" className="plain-button" onClick={() => props.onGo(objection)}>
            {props.goWords}
          </button>
          <span>
            <span className="strong">{objection.message}</span>
            <br />
            {text('contingency.step.remedy', { remedy: objection.remedy })}
          </span>
        </li>
      ))}
    </ul>
  )
}
