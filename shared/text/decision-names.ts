import type { DecisionCode } from '../domain/plan/alternatives.ts'

const NAMES: Readonly<Record<DecisionCode, string>> = {
  fastestForce: '最快到场优先（不为保留驻防让路）',
  keepCover: '优先保留各街道驻防覆盖',
  askNeighboursNow: '立即商请毗邻区并加派企业专职队',
  ownForcesFirst: '先用本区力量，不足再请外援',
  otherSide: '改由另一侧进入和集结',
  stayIndoors: '来得及撤离的也先就地躲避',
}

/** Chinese title of a decision. */
export function decisionTitle(code: DecisionCode): string {
  return NAMES[code]
}
