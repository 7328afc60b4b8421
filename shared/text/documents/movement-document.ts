import type { PaperBlock } from '../../domain/paper-document.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Movement } from '../../domain/plan/movement-plan.ts'
import { AUTHORITY_WORDS } from '../authority-words.ts'
import { byWay, WAYS_OFF_ROAD } from '../way-words.ts'
import { clockIn, minutesOf } from './markdown.ts'
import { heading, list, table } from './paper-blocks.ts'

/** 机动行进方案: where to gather and why, each team's way, convoy order, closures. */
export function movementDocument(plan: DispatchPlan): PaperBlock[] {
  const { movementPlan, forcePlan } = plan
  const authorities = new Map(forcePlan.assignments.map((line) => [line.teamId, AUTHORITY_WORDS[line.authority]]))
  const areas = new Map(movementPlan.stagingAreas.map((area) => [area.id, area.name]))
  const placeOf = (id: string | null): string => (id === null ? '现场' : (areas.get(id) ?? id))
  const notes = movementPlan.movements.flatMap((line) => {
    const said = noteWords(line)
    return said === '' ? [] : [`${line.teamName}：${said}`]
  })
  return [
    heading('一、集结点、前方停车与指挥部'),
    table(
      [
        ['名称', 22],
        ['类别', 10],
        ['方位', 8],
        ['距离', 11],
        ['容量', 10],
        ['依据', 39],
      ],
      movementPlan.stagingAreas.map((area) => [
        area.name,
        AREA_WORDS[area.kind],
        `${Math.round(area.bearingFromIncidentDeg)}°`,
        `${area.distanceM} 米`,
        area.capacity ?? '待现场核对',
        area.basis.map((reason) => reason.text).join('；'),
      ]),
    ),
    ...(movementPlan.stagingRefusals.length === 0
      ? []
      : [
          list(
            movementPlan.stagingRefusals.map(
              (refusal) =>
                `无合规集结点：${refusal.name}（${refusal.reasons.map((reason) => reason.text).join('；')}）`,
            ),
          ),
        ]),
    heading('二、行进'),
    table(
      [
        ['队伍', 19],
        ['方式', 7],
        ['到', 21],
        ['出发', 8],
        ['到达', 11],
        ['里程、行车', 12],
        ['道路', 22],
      ],
      movementPlan.movements.map((line) => [
        line.teamName,
        authorities.get(line.teamId) ?? '',
        byWay(line.mode, {
          air: WAYS_OFF_ROAD.air.to,
          water: WAYS_OFF_ROAD.water.to,
          road: placeOf(line.stagingAreaId),
        }),
        clockIn(plan, line.departAt),
        `${clockIn(plan, line.arriveAt)}${line.vehicles > 1 && line.lastArriveAt !== null ? `（末车 ${clockIn(plan, line.lastArriveAt)}）` : ''}`,
        `${(line.distanceM / 1000).toFixed(1)} km${line.approximate ? '（估算）' : ''}，${minutesOf(line.durationS)}`,
        byWay(line.mode, {
          air: WAYS_OFF_ROAD.air.way,
          water: WAYS_OFF_ROAD.water.way,
          road: line.roads.map((road) => road.name).join(' → '),
        }),
      ]),
    ),
    heading('避开与注意', true),
    list(notes),
    heading('频道、呼号与轮换', true),
    table(
      [
        ['队伍', 46],
        ['呼号', 14],
        ['频道', 26],
        ['轮换', 14],
      ],
      movementPlan.movements.map((line) => [
        line.teamName,
        line.callSign,
        line.channel,
        line.reliefDueAt === null ? '—' : clockIn(plan, line.reliefDueAt),
      ]),
    ),
    heading('三、编队'),
    table(
      [
        ['集结点', 30],
        ['批次', 6],
        ['次序', 6],
        ['队伍', 26],
        ['车辆', 6],
        ['到达', 8],
        ['末车', 8],
        ['间距', 10],
      ],
      movementPlan.convoy.map((line) => [
        placeOf(line.stagingAreaId),
        line.wave,
        line.order,
        line.teamName,
        line.vehicles,
        clockIn(plan, line.arriveAt),
        line.lastArriveAt === null ? '' : clockIn(plan, line.lastArriveAt),
        `${line.spacingM} 米`,
      ]),
    ),
    heading('四、道路封闭'),
    table(
      [
        ['道路', 30],
        ['性质', 12],
        ['绕行', 38],
        ['执行', 20],
      ],
      movementPlan.closures.map((closure) => [
        closure.name,
        closure.origin === 'reported' ? '已报封闭' : '拟封闭',
        closure.detour,
        closure.by,
      ]),
    ),
    heading('五、受阻队伍'),
    list(
      movementPlan.blocked.map(
        ({ teamName, isWhole, reasons, replacedBy }) =>
          `${teamName}${isWhole ? '不能到达' : '部分车辆不能到达'}：${reasons.map((reason) => reason.text).join('；')}${replacedBy.length === 0 ? '' : `；代替：${replacedBy.join('、')}`}`,
      ),
    ),
  ]
}

/** What a driver avoids and must know. */
function noteWords({ avoided, remarks }: Movement): string {
  return [
    ...avoided.map((entry) => `避开${entry.what}（${entry.reason}）`),
    ...remarks.map((reason) => reason.text),
  ].join('；')
}

/** Kinds of places near the scene, in words. */
export const AREA_WORDS = { staging: '集结点', forward: '作战停车', commandPost: '指挥部' } as const
