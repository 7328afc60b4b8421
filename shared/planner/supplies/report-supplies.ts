import type { SupplyTransfer } from '../../domain/plan/force-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import { makeFinding } from '../reason.ts'
import type { SupplySolution } from './supply-problem.ts'

type Report = Pick<SupplySolution, 'status' | 'objective' | 'bound' | 'gap' | 'stop'>

/** What the operator must know of how the split was made: nothing when it is proven, or a draft on purpose. */
export function supplySolverFindings({ stop, gap }: Report): Finding[] {
  if (stop === 'proven' || stop === 'draft') return []
  const where = 'forcePlan.supplies.solver'
  const why = STOP_WORDS[stop]
  if (gap === null) return [makeFinding('supply-solver-failed', 'warn', where, { why })]
  return [makeFinding('supply-solver-stopped', 'info', where, { why, gap: percent(gap) })]
}

/** One line for the trace. */
export function solverNote(name: string | null, { status, objective, bound, gap, stop }: Report): string {
  const proof = bound === null || gap === null ? '未给出下限' : `下限 ${bound / 100}，差距 ${percent(gap)}`
  return `物资求解：${STATUS_WORDS[status]}，${name ?? '无精确求解器'}，目标值 ${objective / 100} 包·秒，${proof}，${STOP_WORDS[stop]}`
}

/** Runs that come after the time of the first relief, and runs without a lorry. */
export function reliefFindings(transfers: readonly SupplyTransfer[], reliefClockS: number): Finding[] {
  const where = 'forcePlan.supplies.transfers'
  const late = transfers.filter((transfer) => transfer.byS >= reliefClockS && transfer.etaS > reliefClockS)
  const bare = transfers.filter((transfer) => transfer.carrierId === null)
  return [
    ...(late.length === 0
      ? []
      : [
          makeFinding('relief-late', 'warn', where, {
            count: late.length,
            hours: Math.round(Math.max(...late.map((transfer) => transfer.etaS)) / 360) / 10,
            places: [...new Set(late.map((transfer) => transfer.toName))].sort(),
          }),
        ]),
    ...(bare.length === 0
      ? []
      : [
          makeFinding('supply-no-lorries', 'warn', where, {
            count: bare.length,
            stores: [...new Set(bare.map((transfer) => transfer.storeName))].sort(),
          }),
        ]),
  ]
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}

const STATUS_WORDS = { optimal: '最优', feasible: '可行', greedy: '草案' } as const

const STOP_WORDS = {
  proven: '已在允许差距内证明',
  contradicted: '求解结果与评价不符',
  draft: '仅作草案',
  nodes: '到搜索上限停止',
  time: '到时间上限停止',
  infeasible: '模型无解',
  failed: '求解器未给出结果',
} as const
