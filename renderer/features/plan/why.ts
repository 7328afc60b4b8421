import type { NotChosen } from '#shared/domain/plan/not-chosen.ts'
import type { Reason } from '#shared/domain/reason.ts'
import type { Text } from '../../text/text.ts'

/** Everything that explains one row of a plan. */
export interface Why {
  readonly title: string
  readonly code?: string
  /** Name and value of what stands in the row, where the table had to be short. */
  readonly facts: readonly (readonly [string, string])[]
  readonly reasons: readonly Reason[]
  readonly remedies?: readonly Reason[]
  readonly runnersUp?: readonly {
    readonly id: string
    readonly name: string
    readonly eta: string
    readonly reasons: readonly Reason[]
  }[]
  readonly formula?: string
  readonly inputs?: readonly (readonly [string, string])[]
}

type Inputs = Readonly<Record<string, string | number | boolean | null>>

/** Inputs of a formula as name and value. */
export function inputsText(inputs: Inputs, text: Text): [string, string][] {
  return Object.entries(inputs).map(([key, value]) => [key, value === null ? text('why.unknownInput') : String(value)])
}

/** What was not chosen, as the panel shows it; nothing for plans made before it was told. */
export function othersOf(list: readonly NotChosen[] | undefined): Pick<Why, 'runnersUp'> {
  return list === undefined ? {} : { runnersUp: list.map((other) => ({ ...other, eta: '' })) }
}
