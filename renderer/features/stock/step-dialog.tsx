import { useState, type ReactNode } from 'react'
import type { LotView, StoreLine } from '#shared/contract/stock.contract.ts'
import type { LotStep, LotStepField } from '#shared/domain/stock/lot-steps.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useView } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'
import { ChoiceField, TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { fieldsOf, faultsIn, firstForm, type StepForm, type StepFormField } from './step-fields.ts'

/** A step that was taken. */
export interface TakenStep {
  readonly step: LotStep
  readonly lotId: string
  readonly batchId: number | null
}

/** Asks what a step needs, and takes it. */
export function StepDialog(props: {
  lot: LotView
  step: LotStep
  stores: readonly StoreLine[]
  onDone: (taken: TakenStep) => void
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { client, view } = useConsole()
  const { lot, onClose } = props
  const known = useView(view, (state) => state.storeKeeper)
  const [step, setStep] = useState(props.step)
  const [form, setForm] = useState<StepForm>(() => firstForm(lot, props.step, known))
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const faults = faultsIn(form, step, lot)
  const words = text(`stock.step.${step}`)

  const confirm = async (): Promise<void> => {
    setAsked(true)
    if (busy || faults.size > 0) return
    setBusy(true)
    view.setState({ storeKeeper: form.who.trim() })
    const { quantity, ...said } = form
    const part = Number(quantity) === lot.quantity ? null : Number(quantity)
    const { lotId, basis } = lot
    const commandId = crypto.randomUUID()
    const answer = await client.stock.step({ commandId, lotId, basis, step, ...said, quantity: part })
    setBusy(false)
    if (answer.ok) props.onDone({ step, lotId: answer.value.lotId, batchId: answer.value.batchId })
    else setError(answer.error.message)
  }
  const faultOf = (field: StepFormField): string | null => {
    if (!asked || !faults.has(field)) return null
    return faults.get(field) === 'quantity'
      ? text('stock.badQuantity', { quantity: lot.quantity })
      : text('stock.missing')
  }
  const field = (key: Exclude<StepFormField, 'cause'>, label: string, span = 6, hint?: string): ReactNode => (
    <TextField
      key={key}
      id={`stock-step-${key}`}
      label={label}
      span={span}
      value={form[key]}
      error={faultOf(key)}
      testId={`stock-step-${key}`}
      {...(hint === undefined ? {} : { hint })}
      onChange={(value) => setForm({ ...form, [key]: value })}
    />
  )
  return (
    <FormDialog
      title={words}
      heading={text('stock.dialog.title', {
        item: lot.item,
        quantity: lot.quantity,
        unit: lot.unit,
        status: lot.status,
      })}
      testId="stock-step-dialog"
      className="step-dialog"
      error={error}
      submit={{
        words: text('stock.dialog.confirm', { step: words }),
        testId: 'stock-step-confirm',
        isDanger: step === 'scrap' || step === 'writeOff',
        isBusy: busy,
      }}
      cancel={{ words: text('stock.dialog.cancel') }}
      onSubmit={() => void confirm()}
      onClose={onClose}
    >
      <p className="dim">{`${lot.lotId}　${lot.storeName}`}</p>
      <div className="form-grid">
        <ChoiceField
          id="stock-step-step"
          label={text('stock.field.step')}
          span={6}
          value={step}
          options={lot.steps.map((key) => ({ key, label: text(`stock.step.${key}`) }))}
          testId="stock-step-step"
          onChange={(next) => {
            setStep(next)
            setForm({ ...firstForm(lot, next, form.who), quantity: form.quantity, reason: form.reason })
            setError(null)
          }}
        />
        {field(
          'quantity',
          text('stock.field.quantity', { quantity: `${lot.quantity} ${lot.unit}` }),
          6,
          text('stock.dialog.partHint'),
        )}
        {fieldsOf(step).map((need) => (
          <NeedField
            key={need}
            need={need}
            step={step}
            lot={lot}
            stores={props.stores}
            form={form}
            onForm={setForm}
            field={field}
          />
        ))}
        {field('who', text('stock.field.who'))}
        {field('reason', text('stock.field.reason'))}
      </div>
      <p className="dim">{text(`stock.effect.${step}`)}</p>
    </FormDialog>
  )
}

function NeedField(props: {
  need: LotStepField
  step: LotStep
  lot: LotView
  stores: readonly StoreLine[]
  form: StepForm
  onForm: (form: StepForm) => void
  field: (key: Exclude<StepFormField, 'cause'>, label: string) => ReactNode
}): ReactNode {
  const text = useText()
  const { need, step, lot, form, onForm } = props
  if (need === 'storeId') {
    return (
      <ChoiceField
        id="stock-step-storeId"
        label={text('stock.field.storeId')}
        span={6}
        value={form.storeId}
        options={props.stores.map(({ storeId, name }) => ({ key: storeId, label: name }))}
        testId="stock-step-storeId"
        onChange={(storeId) => onForm({ ...form, storeId })}
      />
    )
  }
  if (need === 'cause') {
    return (
      <ChoiceField
        id="stock-step-cause"
        label={text('stock.field.cause')}
        span={6}
        value={form.cause}
        options={lot.causes.map((key) => ({ key, label: text(`stock.cause.${key}`) }))}
        testId="stock-step-cause"
        onChange={(cause) => onForm({ ...form, cause })}
      />
    )
  }
  const back = step === 'giveBack'
  if (need === 'holder') return props.field(need, text(back ? 'stock.field.receiver' : 'stock.field.holder'))
  if (need === 'signedBy') return props.field(need, text(back ? 'stock.field.receivedBy' : 'stock.field.signedBy'))
  if (need === 'checkedBy') {
    return props.field(need, text(step === 'backToStore' ? 'stock.field.inspector' : 'stock.field.checkedBy'))
  }
  return props.field(need, text('stock.field.document'))
}
