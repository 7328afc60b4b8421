import type { PLAN_OPS } from '../../domain/command/plan-ops.ts'
import type { OpWords } from './op-words.ts'

/** What the record says of plans. */
export const PLAN_OP_WORDS: OpWords<keyof typeof PLAN_OPS> = {
  'v1.plan.published': ({ body }) =>
    `生成三案第 ${body.version} 版（依据第 ${body.incidentRevision} 次修订，提示 ${body.findings} 条，用时 ${body.elapsedMs} 毫秒）`,
  'v1.plan.weighted': ({ body: { value, shipped } }) =>
    value === null
      ? `留守覆盖权重恢复为出厂值 ${shipped} 秒/街道`
      : `留守覆盖权重设为 ${value} 秒/街道（出厂值 ${shipped}）`,
  'v1.plan.approved': ({ body: { version, hq, verdict, note } }) =>
    `${hq === 'tactical' ? '战术指挥部' : '行政指挥部'}${verdict === 'approved' ? '批准' : '退回'}第 ${version} 版方案（${
      hq === 'tactical' ? '抽组、行进、处置' : '等级响应、疏散、请求、报告'
    }部分）${note === '' ? '' : `：${note}`}`,
}
