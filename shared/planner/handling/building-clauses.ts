import type { EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import { worstOf } from '../formula/fact-scope.ts'
import type { FactSheet } from '../problem.ts'
import { cutText } from './cut-text.ts'

/** The orders of the public notice of a building fire: by floor, as the rows of the evacuation list have it. */
export function buildingClauses(facts: FactSheet, evacuation: EvacuationPlan, room: number): string {
  const fireFloor = worstOf(facts.facts.fireFloor)
  const unknown = fireFloor === null
  const stays = unknown || evacuation.assignments.some((row) => row.mode === 'shelterInPlace')
  const goes = unknown || evacuation.assignments.some((row) => row.mode === 'evacuate')
  const floors = unknown ? '楼内有烟的楼层' : `${fireFloor}层及以上`
  const below = unknown ? '确认楼梯无烟的' : `${fireFloor}层以下`
  const clauses = [
    ...(stays ? [`${floors}住户关门、湿毛巾堵门缝，到临街窗口等候，不乘电梯。`] : []),
    ...(goes ? [`${below}住户走楼梯离开，不返回。`] : []),
  ]
  return cutText(clauses.join(''), room)
}
