import type { Finding } from '../../domain/reason.ts'
import { makeFinding } from '../reason.ts'
import type { AssignmentSolution } from './assignment-problem.ts'

/** What the operator must know of how the choice was made: nothing when it is proven, or a draft on purpose. */
export function solverFindings({ stop, gap }: Pick<AssignmentSolution, 'stop' | 'gap'>): Finding[] {
  const where = 'forcePlan.solver'
  switch (stop) {
    case 'proven':
    case 'draft':
      return []
    case 'time':
    case 'nodes':
      if (gap === null) return [makeFinding('solver-failed', 'warn', where, { why: STOP_WORDS[stop] })]
      return [makeFinding(`solver-stopped-by-${stop}`, 'info', where, { gap: percent(gap) })]
    default:
      return [makeFinding('solver-failed', 'warn', where, { why: STOP_WORDS[stop] })]
  }
}

/** One line for the trace. */
export function solverNote(
  name: string | null,
  { status, objective, bound, gap, stop }: Omit<AssignmentSolution, 'loads' | 'missing'>,
): string {
  const proof = bound === null || gap === null ? '未给出下限' : `下限 ${bound}，差距 ${percent(gap)}`
  return `抽组求解：${STATUS_WORDS[status]}，${name ?? '无精确求解器'}，目标值 ${objective}，${proof}，${STOP_WORDS[stop]}`
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
