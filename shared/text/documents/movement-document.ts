import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import { AUTHORITY_WORDS } from '../authority-words.ts'
import { byWay, WAYS_OFF_ROAD } from '../way-words.ts'
import { clockOf, markdownTable, minutesOf } from './markdown.ts'

/** 机动行进方案: where to gather and why, each team's way, convoy order, closures. */
export function movementDocument({ movementPlan, forcePlan }: DispatchPlan): string {
  const authorities = new Map(forcePlan.assignments.map((line) => [line.teamId, AUTHORITY_WORDS[line.authority]]))
  const areas = new Map(movementPlan.stagingAreas.map((area) => [area.id, area.name]))
  const placeOf = (id: string | null): string => (id === null ? '现场' : (areas.get(id) ?? id))
  return [
    '## 一、集结点、前方停车与指挥部',
    markdownTable(
      ['名称', '类别', '方位', '距离', '容量', '依据'],
      movementPlan.stagingAreas.map((area) => [
        area.name,
        KIND_WORDS[area.kind],
        `${Math.round(area.bearingFromIncidentDeg)}°`,
        `${area.distanceM} 米`,
        area.capacity ?? '待现场核对',
        area.basis.map((reason) => reason.text).join('；'),
      ]),
    ),
    ...movementPlan.stagingRefusals.map(
      (refusal) => `- 无合规集结点：${refusal.name}（${refusal.reasons.map((reason) => reason.text).join('；')}）`,
    ),
    '## 二、行进',
    markdownTable(
      ['队伍', '方式', '到', '出发', '到达', '里程', '行车', '道路', '避开', '注意', '轮换', '频道'],
      movementPlan.movements.map((line) => [
        line.teamName,
        authorities.get(line.teamId) ?? '',
        byWay(line.mode, {
          air: WAYS_OFF_ROAD.air.to,
          water: WAYS_OFF_ROAD.water.to,
          road: placeOf(line.stagingAreaId),
        }),
        clockOf(line.departAt),
        `${clockOf(line.arriveAt)}${line.vehicles > 1 && line.lastArriveAt !== null ? `（末车 ${clockOf(line.lastArriveAt)}）` : ''}`,
        `${(line.distanceM / 1000).toFixed(1)} km${line.approximate ? '（估算）' : ''}`,
        minutesOf(line.durationS),
        byWay(line.mode, {
          air: WAYS_OFF_ROAD.air.way,
          water: WAYS_OFF_ROAD.water.way,
          road: line.roads.map((road) => road.name).join(' → '),
        }),
        line.avoided.map((entry) => `${entry.what}：${entry.reason}`).join('；'),
        line.remarks.map((reason) => reason.text).join('；'),
        line.reliefDueAt === null ? '' : clockOf(line.reliefDueAt),
        line.channel,
      ]),
    ),
    '## 三、编队',
    markdownTable(
      ['集结点', '批次', '次序', '队伍', '车辆', '到达', '末车', '停车间距'],
      movementPlan.convoy.map((line) => [
        placeOf(line.stagingAreaId),
        line.wave,
        line.order,
        line.teamName,
        line.vehicles,
        clockOf(line.arriveAt),
        line.lastArriveAt === null ? '' : clockOf(line.lastArriveAt),
        `${line.spacingM} 米`,
      ]),
    ),
    '## 四、道路封闭',
    markdownTable(
      ['道路', '性质', '绕行', '执行'],
      movementPlan.closures.map((closure) => [
        closure.name,
        closure.origin === 'reported' ? '已报封闭' : '拟封闭',
        closure.detour,
        closure.by,
      ]),
    ),
  ].join('\n')
}

const KIND_WORDS = { staging: '集结点', forward: '作战停车', commandPost: '指挥部' } as const
