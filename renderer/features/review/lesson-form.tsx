import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { LESSON_KINDS, type LessonKind } from '#shared/domain/command/lesson.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { ChoiceField, LinesField, TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** What a lesson starts from: words to write on, and the entries that show it. */
export interface LessonSeed {
  readonly text: string
  readonly evidence: readonly string[]
}

interface Target {
  readonly id: string
  readonly name: string
}

/** A change request to a plan, a rule or a store, or a conclusion for training. */
export function LessonForm(props: {
  incidentId: string
  type: string
  seed: LessonSeed
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const [kind, setKind] = useState<LessonKind>('plan')
  const [target, setTarget] = useState<Target>({ id: '', name: '' })
  const [finding, setFinding] = useState(props.seed.text)
  const [change, setChange] = useState('')
  const [asked, setAsked] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const needsTarget = kind !== 'training' && target.name.trim() === ''
  const missing = (isMissing: boolean): string | null => (asked && isMissing ? text('review.lesson.missing') : null)
  const propose = async (): Promise<void> => {
    setAsked(true)
    if (finding.trim() === '' || needsTarget) return
    const answer = await client.review.proposeLesson({
      ...{ commandId: crypto.randomUUID(), incidentId: props.incidentId, kind, text: finding, change },
      ...{ targetId: target.id, targetName: target.name, evidence: [...props.seed.evidence] },
    })
    if (answer.ok) props.onClose()
    else setError(answer.error.message)
  }
  return (
    <FormDialog
      title={text('review.lesson.form')}
      testId="lesson-dialog"
      error={error}
      submit={{ words: text('review.lesson.submit'), testId: 'lesson-save' }}
      cancel={{ words: text('review.lesson.cancel') }}
      onSubmit={() => void propose()}
      onClose={props.onClose}
    >
      <p className="dim">{text('review.lesson.formNote', { count: props.seed.evidence.length })}</p>
      <div className="form-grid">
        <ChoiceField
          id="lesson-kind"
          label={text('review.lesson.kind')}
          span={4}
          value={kind}
          testId="lesson-kind"
          options={LESSON_KINDS.map((key) => ({ key, label: text(`review.lessonKind.${key}`) }))}
          onChange={(next) => {
            setKind(next)
            setTarget({ id: '', name: '' })
          }}
        />
        <TargetField kind={kind} type={props.type} target={target} error={missing(needsTarget)} onChange={setTarget} />
        <LinesField
          id="lesson-text"
          label={text('review.lesson.text')}
          span={12}
          isFirst
          value={finding}
          error={missing(finding.trim() === '')}
          onChange={setFinding}
        />
        <LinesField
          id="lesson-change"
          label={text('review.lesson.change')}
          span={12}
          value={change}
          error={null}
          onChange={setChange}
        />
      </div>
    </FormDialog>
  )
}

/** Plans, those for such an incident first, and stores are chosen from the library; a rule is named in words; training has no target. */
function TargetField(props: {
  kind: LessonKind
  type: string
  target: Target
  error: string | null
  onChange: (target: Target) => void
}): ReactNode {
  const text = useText()
  const { kind, type, target, error, onChange } = props
  const plans = useQuery(appContract.library.list, kind === 'plan' ? {} : null).value ?? []
  const stores = useQuery(appContract.stock.stores, kind === 'stock' ? {} : null).value ?? []
  if (kind === 'training') return null
  const label = text('review.lesson.target')
  if (kind === 'rule') {
    return (
      <TextField
        id="lesson-target"
        label={label}
        span={8}
        value={target.name}
        error={error}
        testId="lesson-target"
        onChange={(name) => onChange({ id: '', name })}
      />
    )
  }
  const options: readonly Target[] =
    kind === 'plan'
      ? sortedBy(plans, (plan) => [plan.types.some((one) => one === type) ? 0 : 1, plan.title]).map(
          ({ planId, title }) => ({
            id: planId,
            name: title,
          }),
        )
      : stores.map(({ storeId, name }) => ({ id: storeId, name }))
  return (
    <ChoiceField
      id="lesson-target"
      label={error === null ? label : `${label}（${error}）`}
      span={8}
      value={target.id}
      testId="lesson-target"
      options={[{ key: '', label: '—' }, ...options.map(({ id, name }) => ({ key: id, label: name }))]}
      onChange={(id) => onChange({ id, name: options.find((one) => one.id === id)?.name ?? '' })}
    />
  )
}
