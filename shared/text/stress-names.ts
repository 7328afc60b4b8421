import type { PlainMiss } from '../domain/stress.ts'

const NAMES: Readonly<Record<PlainMiss, string>> = {
  firstAction: '首支力量到场超过 5 分钟（建成区）',
  firstEngine: '首辆消防车到场超过 15 分钟',
  shelter: '转移人员没有安置场所或运力',
  bed: '伤员没有床位',
  blocked: '队伍道路不通且无人替代',
  block: '方案有阻断项，不能下达',
  refused: '无法生成方案',
}

/** Chinese name of a miss that is no shortfall of force or goods. */
export function plainMissName(key: PlainMiss): string {
  return NAMES[key]
}
