import type { Wordings } from '../wording.ts'

/** Wordings by code, Simplified Chinese: reading and grading the incident. */
export const situationFindings: Wordings = {
  'fact-unused': '字段 {key} 不是已知的事实项，本方案没有使用它；请核对名称',
  'response-below-computed':
    '人工确定的响应为{level}级，低于系统按事实判定的{computed}级：请行政指挥部确认，理由已随方案记录',
  'major-jeopardy': '达到较大涉险情形（{name}），须按较大涉险事故报送；口径：{source}',
  'no-contingency-plan': '预案库中没有适用于 {type} 的预案；请补充预案，处置方案按通用要点生成',
}
