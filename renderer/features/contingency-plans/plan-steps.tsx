import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import type { LibraryVersion } from '#shared/contract/library.contract.ts'
import { useText } from '../../text/text.ts'
import { StepDialog } from './step-dialog.tsx'
import { stepsFor, type PlanStep } from './steps-for.ts'

/** What can be done next with a version, in the order of its life. */
export function PlanSteps(props: { version: LibraryVersion; onGo: (path: string) => void }): ReactNode {
  const text = useText()
  const { version } = props
  const [step, setStep] = useState<PlanStep | null>(null)
  return (
    <>
      {stepsFor(version).map((name) => (
        <Button
          key={name}
          size="small"
          text={text(
            name === 'approve' && version.starter ? 'contingency.step.approveStarter' : `contingency.step.${name}`,
          )}
          data-testid={`plan-step-${name}`}
          onClick={() => setStep(name)}
        />
      ))}
      {step === null ? null : (
        <StepDialog step={step} version={version} onGo={props.onGo} onClose={() => setStep(null)} />
      )}
    </>
  )
}
