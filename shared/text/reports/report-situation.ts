import type { ReportElement, ReportField } from '../../domain/command/report.ts'
import type { Incident } from '../../domain/incident.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Level } from '../../domain/taxonomy.ts'
import { TO_VERIFY } from './report-names.ts'

/** Something that was done, as the record has it; told under 已采取措施. */
export interface MeasureLine {
  readonly key: string
  readonly text: string
  readonly source: string
  readonly asOf: string
}

/** What a report is filled from. Nothing in a report comes from anywhere else. */
export interface ReportSituation {
  readonly incident: Incident
  /** When the present facts were received. */
  readonly factsAt: string
  /** When the call was taken. */
  readonly receivedAt: string
  /** Street the place lies in; null = outside every outline. */
  readonly town: string | null
  /** Substance with its UN number; empty = none, or not known. */
  readonly substance: string
  readonly level: Level | null
  readonly response: Level
  readonly plan: { readonly version: number; readonly plan: DispatchPlan } | null
  readonly measures: readonly MeasureLine[]
}

/** Writes lines of one field. */
export function linesOf(field: ReportField): {
  readonly known: (name: string, text: string, source: string, asOf: string | null) => ReportElement
  readonly toVerify: (name: string, text?: string, source?: string) => ReportElement
} {
  const key = (name: string): string => (name === '' ? field : `${field}.${name}`)
  return {
    known: (name, text, source, asOf) => ({ key: key(name), field, text, source, asOf, state: 'known' }),
    toVerify: (name, text = TO_VERIFY, source = '') => ({
      key: key(name),
      field,
      text,
      source,
      asOf: null,
      state: 'toVerify',
    }),
  }
}

/** Who told the facts that name no source of their own. */
export function callSource({ source }: Incident): string {
  return source === undefined || source.trim() === '' ? '接报登记' : source
}

/** Name of the plan as a source. */
export function planSource(plan: NonNullable<ReportSituation['plan']>): string {
  return `方案第${plan.version}版`
}
