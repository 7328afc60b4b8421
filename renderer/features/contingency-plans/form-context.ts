import { createContext, use } from 'react'
import type { PlanValue } from '../../app/plan-desk.ts'
import type { TreePath } from './plan-tree.ts'

/** What every field of the form works with. */
export interface FormContext {
  readonly value: (path: TreePath) => PlanValue | undefined
  readonly set: (path: TreePath, value: PlanValue | undefined) => void
  /** What is wrong at just this path; null when nothing is. */
  readonly errorAt: (path: TreePath) => string | null
  /** How many faults stand at a path or below it. */
  readonly faultsWithin: (path: TreePath) => number
  /** Opened row of a list by its dotted path. */
  readonly openRow: (list: TreePath) => number | null
  readonly setOpenRow: (list: TreePath, row: number | null) => void
}

const Form = createContext<FormContext | null>(null)

/** Gives the form to the fields below. */
export const FormProvider = Form.Provider

/** The form around a field. */
export function useForm(): FormContext {
  const form = use(Form)
  if (form === null) throw new Error('no form above this field')
  return form
}

/** Id of the control of a path. */
export function controlId(path: TreePath): string {
  return `plan-${path.join('-')}`
}
