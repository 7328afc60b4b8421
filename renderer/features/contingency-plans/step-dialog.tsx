import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { ApprovalObjection, LibraryVersion } from '#shared/contract/library.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Failed, Waiting } from '../../ui/state-view.tsx'
import { setDesk } from './desk-actions.ts'
import { Objections } from './objections.tsx'
import type { PlanStep } from './steps-for.ts'
import { useStep, type StepFields } from './use-step.ts'

/** Asks who and why, shows what stands against an approval, and takes the step. */
export function StepDialog(props: {
  step: PlanStep
  version: LibraryVersion
  /** Goes to the field of an objection. */
  onGo: (path: string) => void
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { view, cache } = useConsole()
  const { step, version, onClose } = props
  const who = useView(view, (state) => state.planDesk.who)
  const [fields, setFields] = useState<StepFields>({ who, reason: '', document: '', filedWith: '' })
  const [asked, setAsked] = useState(false)
  const { planId } = version
  const judged = step === 'approve' || step === 'submit'
  const objections = useQuery(
    appContract.library.approvalProblems,
    judged ? { planId, version: version.version } : null,
  )
  const { busy, error, take } = useStep(step, version, onClose)
  const missing = missingIn(step, fields)
  const blocked = step === 'approve' && (objections.value === null || objections.value.length > 0)

  const confirm = (): void => {
    setAsked(true)
    if (busy || missing.length > 0 || blocked) return
    setDesk(view, { who: fields.who.trim() })
    take(fields)
  }
  const field = (key: keyof StepFields, label: string): ReactNode => (
    <TextField
      id={`step-${key}`}
      label={label}
      span={key === 'reason' ? 12 : 6}
      value={fields[key]}
      error={asked && missing.includes(key) ? text('contingency.step.missing') : null}
      testId={`step-${key}`}
      onChange={(value) => setFields({ ...fields, [key]: value })}
    />
  )
  const words = text(
    step === 'approve' && version.starter ? 'contingency.step.approveStarter' : `contingency.step.${step}`,
  )
  return (
    <FormDialog
      title={words}
      heading={text('contingency.step.title', { step: words, title: version.title, version: version.version })}
      testId="step-dialog"
      className="step-dialog"
      error={error}
      submit={{
        words: text('contingency.step.confirm', { step: words }),
        testId: 'step-confirm',
        isDanger: step === 'supersede',
        isBusy: busy,
        isBlocked: blocked,
      }}
      cancel={{ words: text('contingency.step.cancel'), testId: 'step-cancel' }}
      onSubmit={confirm}
      onClose={onClose}
    >
      <p className="dim">{text(`contingency.step.effect.${step}`)}</p>
      {judged ? (
        <Judged
          state={objections}
          step={step}
          goWords={text(version.state === 'draft' ? 'contingency.step.jump' : 'contingency.step.look')}
          onRetry={() => cache.refresh(appContract.library.approvalProblems, { planId, version: version.version })}
          onGo={(objection) => {
            onClose()
            props.onGo(objection.path)
          }}
        />
      ) : null}
      <div className="form-grid">
        {field('who', text('contingency.step.who'))}
        {step === 'approve' ? field('document', text('contingency.step.document')) : null}
        {step === 'file' ? field('document', text('contingency.step.filingNumber')) : null}
        {step === 'file' ? field('filedWith', text('contingency.step.filedWith')) : null}
        {field('reason', text('contingency.step.reason'))}
      </div>
    </FormDialog>
  )
}

/** Fields a step asks for that are still empty. */
export function missingIn(step: PlanStep, fields: StepFields): readonly (keyof StepFields)[] {
  const asked = step === 'file' ? (['who', 'reason', 'document', 'filedWith'] as const) : (['who', 'reason'] as const)
  return asked.filter((key) => fields[key].trim() === '')
}

function Judged(props: {
  state: {
    readonly value: readonly ApprovalObjection[] | null
    readonly error: { readonly message: string } | null
  }
  step: PlanStep
  goWords: string
  onRetry: () => void
  onGo: (objection: ApprovalObjection) => void
}): ReactNode {
  const text = useText()
  const { value, error } = props.state
  if (value === null && error !== null)
    return (
      <Failed
        words={text('state.error')}
        message={error.message}
        retryWords={text('state.retry')}
        onRetry={props.onRetry}
      />
    )
  if (value === null) return <Waiting words={text('state.loading')} />
  if (value.length === 0) return <p className="good">{text('contingency.step.ready')}</p>
  return (
    <>
      <p className={props.step === 'approve' ? 'danger strong' : 'warn'}>
        {text('contingency.step.notReady', { count: value.length })}
      </p>
      <Objections objections={value} goWords={props.goWords} onGo={props.onGo} />
    </>
  )
}
