import type { LotView } from '#shared/contract/stock.contract.ts'
import { LOT_STEP_RULES, type LotStep, type LotStepField } from '#shared/domain/stock/lot-steps.ts'

/** What the dialog of a step holds, as it is typed. */
export interface StepForm {
  readonly quantity: string
  readonly who: string
  readonly reason: string
  readonly holder: string
  readonly document: string
  readonly signedBy: string
  readonly storeId: string
  readonly cause: LotView['causes'][number] | ''
  readonly checkedBy: string
}

/** A field of the dialog. */
export type StepFormField = keyof StepForm

/** The form of a step at its start: the whole lot, back to the store it came from, given back to its owner. */
export function firstForm(lot: LotView, step: LotStep, who: string): StepForm {
  return {
    ...{ quantity: String(lot.quantity), who, reason: '', document: '', signedBy: '', checkedBy: '' },
    holder: step === 'giveBack' ? lot.belongsTo : step === 'issue' ? lot.holder : '',
    storeId: step === 'takeBack' ? lot.storeId : '',
    cause: step === 'writeOff' ? (lot.causes[0] ?? '') : '',
  }
}

/** Fields a step asks for besides quantity, who and why, in their order. */
export function fieldsOf(step: LotStep): readonly LotStepField[] {
  return LOT_STEP_RULES[step].needs
}

/** What is wrong in a form: `missing`, or `quantity` for one that is no part of the lot. */
export function faultsIn(form: StepForm, step: LotStep, lot: LotView): Map<StepFormField, 'missing' | 'quantity'> {
  const faults = new Map<StepFormField, 'missing' | 'quantity'>()
  for (const field of ['who', 'reason', ...fieldsOf(step)] as const) {
    if (form[field].trim() === '') faults.set(field, 'missing')
  }
  const quantity = numberOf(form.quantity)
  if (quantity === null || quantity > lot.quantity || (quantity === 0 && lot.quantity !== 0)) {
    faults.set('quantity', 'quantity')
  }
  return faults
}

/** A number from 0 with at most three decimals, or null. */
export function numberOf(typed: string): number | null {
  return /^\d{1,9}(\.\d{1,3})?$/.test(typed.trim()) ? Number(typed) : null
}
