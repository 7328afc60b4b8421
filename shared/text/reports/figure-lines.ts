import type { ReportElement, ReportField } from '../../domain/command/report.ts'
import type { FactValue, KnownFact } from '../../domain/incident.ts'
import { linesOf, callSource, type ReportSituation } from './report-situation.ts'
import { TO_VERIFY } from './report-names.ts'

/** A figure of the incident that reports tell. `always` = also told, as 待核, when nobody knows it. */
interface Figure {
  readonly fact: KnownFact
  readonly name: string
  readonly unit: string
  readonly always: boolean
}

const figure = (fact: KnownFact, name: string, unit: string, always = false): Figure => ({ fact, name, unit, always })

const FIGURES: Readonly<Record<'casualties' | 'loss' | 'impact', readonly Figure[]>> = {
  casualties: [
    figure('deaths', '死亡', '人', true),
    figure('seriousInjuries', '重伤', '人', true),
    figure('injured', '受伤', '人', true),
    figure('missing', '失踪（失联）', '人', true),
    figure('trapped', '被困', '人', true),
    figure('poisoned', '急性中毒', '人'),
  ],
  loss: [figure('lossCny', '直接经济损失', '元', true), figure('collapsedBuildings', '倒塌房屋', '栋')],
  impact: [
    figure('affected', '受影响', '人', true),
    figure('peopleAtRisk', '生命受威胁', '人'),
    figure('peopleToMove', '需紧急转移', '人'),
    figure('householdsOut', '停气（停水）', '户'),
    figure('usersOutShare', '停电用户比例', '%'),
    figure('burntAreaHa', '过火面积', '公顷'),
    figure('damagedForestHa', '受害森林面积', '公顷'),
    figure('fireAreaM2', '燃烧面积', '平方米'),
    figure('floodDepthCm', '积水深', '厘米'),
    figure('floodedPoints', '积水点', '处'),
    figure('oilSpillT', '溢油', '吨'),
    figure('liftsStuck', '困人电梯', '台'),
    figure('vehiclesInvolved', '涉及车辆', '辆'),
  ],
}

/** The figures of one field, each with who said it and when; what nobody knows is 待核 and never 0. */
export function figureLines(field: keyof typeof FIGURES, situation: ReportSituation): ReportElement[] {
  return FIGURES[field].flatMap((entry) => {
    const value = situation.incident.facts[entry.fact] ?? null
    return value === null && !entry.always ? [] : [figureLine(field, entry, value, situation)]
  })
}

function figureLine(
  field: ReportField,
  { fact, name, unit }: Figure,
  value: FactValue,
  { incident, factsAt }: ReportSituation,
): ReportElement {
  const told = typeof value === 'number' ? { value } : (value ?? {})
  const words = figureWords(told, unit)
  if (words === null) return linesOf(field).toVerify(fact, `${name}：${TO_VERIFY}`)
  const source = 'source' in told && told.source !== undefined ? told.source : callSource(incident)
  const asOf = 'asOf' in told && told.asOf !== undefined ? told.asOf : (incident.asOf ?? factsAt)
  const line = linesOf(field).known(fact, `${name}：${words}`, source, asOf)
  return told.value === undefined ? { ...line, state: 'range' } : line
}

/** A figure in words: `3人`, `至少1人`, `1至3人`; null = not known at all. */
export function figureWords(
  { value, min, max }: { value?: number | undefined; min?: number | undefined; max?: number | undefined },
  unit: string,
): string | null {
  const of = (count: number): string => amountWords(count, unit)
  if (value !== undefined) return of(value)
  if (min !== undefined && max !== undefined) return min === max ? of(min) : `${of(min)}至${of(max)}`
  if (min !== undefined) return `至少${of(min)}`
  return max === undefined ? null : `至多${of(max)}`
}

function amountWords(count: number, unit: string): string {
  if (unit === '%') return `${Number((count * 100).toFixed(4))}%`
  if (unit === '元' && count >= 10_000) return `${Number((count / 10_000).toFixed(4))}万元`
  return `${count}${unit}`
}
