import type { FormulaPlace } from '#shared/planner/library/unknown-scope.ts'
import type { Text } from '../../text/text.ts'
import type { zhCN } from '../../text/zh-CN.ts'

/** A label of a field. */
export type FieldLabel = keyof typeof zhCN.contingencyField

/** One named value of a choice. */
export interface ChoiceOption {
  readonly key: string
  readonly label: string
}

interface Named {
  readonly key: string
  readonly label: FieldLabel
  /** Of twelve columns. */
  readonly span: number
}

/** One field of the form: what kind of value it holds and how it is entered. */
export type FieldSpec =
  /** Text; `empty` says what an emptied field becomes. */
  | (Named & { readonly kind: 'line' | 'lines'; readonly empty: 'text' | 'absent' | 'null' })
  /** Shown, but set elsewhere. */
  | (Named & { readonly kind: 'fixed' })
  | (Named & { readonly kind: 'number' })
  | (Named & { readonly kind: 'truth'; readonly optional: boolean })
  | (Named & { readonly kind: 'formula'; readonly place: FormulaPlace; readonly optional: boolean })
  | (Named & {
      readonly kind: 'choice'
      readonly options: (text: Text) => readonly ChoiceOption[]
      readonly optional: boolean
    })
  /** Any number of the incident types. */
  | (Named & { readonly kind: 'types' })
  /** A list of texts, one a line. */
  | (Named & { readonly kind: 'words' })
  /** From an incident type to another. */
  | (Named & { readonly kind: 'pairs' })
  | (Named & { readonly kind: 'group'; readonly fields: readonly FieldSpec[]; readonly nullable: boolean })
  | (Named & {
      readonly kind: 'list'
      readonly fields: readonly FieldSpec[]
      /** Fields whose values name a row. */
      readonly titles: readonly string[]
      readonly optional: boolean
    })

/** A text field of one line. */
export function line(
  key: string,
  label: FieldLabel,
  span: number,
  empty: 'text' | 'absent' | 'null' = 'text',
): FieldSpec {
  return { kind: 'line', key, label, span, empty }
}

/** A text field of several lines. */
export function lines(key: string, label: FieldLabel, span = 12): FieldSpec {
  return { kind: 'lines', key, label, span, empty: 'text' }
}

/** A list of texts. */
export function words(key: string, label: FieldLabel, span = 6): FieldSpec {
  return { kind: 'words', key, label, span }
}

/** A whole number. */
export function count(key: string, label: FieldLabel, span = 2): FieldSpec {
  return { kind: 'number', key, label, span }
}

/** An optional condition over facts. */
export function when(place: FormulaPlace = 'facts', key = 'when', label: FieldLabel = 'when'): FieldSpec {
  return { kind: 'formula', key, label, span: 12, place, optional: true }
}

/** One of a closed list of keys. */
export function choice<const K extends string>(
  key: string,
  label: FieldLabel,
  span: number,
  keys: readonly K[],
  nameOf: (key: K, text: Text) => string,
): FieldSpec & { readonly kind: 'choice' } {
  const options = (text: Text): readonly ChoiceOption[] => keys.map((one) => ({ key: one, label: nameOf(one, text) }))
  return { kind: 'choice', key, label, span, options, optional: false }
}

/** A list of entries with fields of their own. */
export function list(
  key: string,
  label: FieldLabel,
  titles: readonly string[],
  fields: readonly FieldSpec[],
): FieldSpec {
  return { kind: 'list', key, label, span: 12, titles, fields, optional: false }
}

/** Fields that stand together under one key. */
export function group(key: string, label: FieldLabel, fields: readonly FieldSpec[], span = 12): FieldSpec {
  return { kind: 'group', key, label, span, fields, nullable: false }
}
