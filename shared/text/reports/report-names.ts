import type { IssuedReport, ReportField, ReportKind, SentReport } from '../../domain/command/report.ts'
import { numeralWords } from './moment-words.ts'

/** Names of the elements of a report, as the paper has them. */
export const REPORT_FIELD_WORDS: Readonly<Record<ReportField, string>> = {
  source: '信息来源',
  receivedAt: '接报时间',
  occurredAt: '事发时间',
  place: '事发地点',
  type: '事件性质',
  cause: '起因',
  course: '基本过程',
  casualties: '人员伤亡',
  loss: '财产损失',
  impact: '影响范围',
  trend: '发展趋势',
  leadersOnScene: '领导到位',
  measures: '已采取措施',
  next: '下一步建议',
  contact: '现场负责人及联系方式',
  aftermath: '善后情况',
  rebuild: '恢复重建',
  evaluation: '调查评估',
}

/** Ways a report goes up. */
export const REPORT_WAY_WORDS: Readonly<Record<SentReport['way'], string>> = { phone: '电话', written: '书面' }

/** The word for what nobody knows yet. */
export const TO_VERIFY = '待核'

/** 首报, 续报二, 终报, 更正报告. */
export function reportKindWords({ kind, ordinal }: Pick<IssuedReport, 'kind' | 'ordinal'>): string {
  return kind === 'followUp' ? `续报${numeralWords(ordinal)}` : KIND_WORDS[kind]
}

const KIND_WORDS: Readonly<Record<Exclude<ReportKind, 'followUp'>, string>> = {
  initial: '首报',
  final: '终报',
  correction: '更正报告',
}

/** Title of a report; a drill says so in its title. `corrected` = title of the report that is corrected. */
export function reportTitle(
  kind: Pick<IssuedReport, 'kind' | 'ordinal'>,
  incident: { readonly title: string; readonly mode: 'real' | 'drill' | 'tabletop' },
  corrected: string | null,
): string {
  const drill = incident.mode === 'real' ? '' : '【演练】'
  if (corrected !== null) return `${drill}关于更正《${corrected.replace(/^【演练】/, '')}》有关内容的报告`
  return `${drill}关于${incident.title}的${reportKindWords(kind)}`
}
