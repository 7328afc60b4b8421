import type { PaperBlock, PaperSheet } from '../../domain/paper-document.ts'
import type { DispatchPlan, PostHolder } from '../../domain/plan/dispatch-plan.ts'
import type { Assignment } from '../../domain/plan/force-plan.ts'
import type { Movement, StagingArea } from '../../domain/plan/movement-plan.ts'
import { compassName } from '../../planner/staging/compass.ts'
import { AUTHORITY_WORDS } from '../authority-words.ts'
import { CAPABILITY_NAMES, VEHICLE_NAMES } from '../name-of-need.ts'
import { byWay, WAYS_OFF_ROAD } from '../way-words.ts'
import { numberOf, sheetFrame, teamOrderOf, type DocumentGround } from './document-ground.ts'
import { clockIn, minutesOf } from './markdown.ts'
import { ROUTE_LEGEND, routeDrawing } from './route-drawing.ts'

/** Pieces of kit named on one sheet; the rest is counted, never dropped in silence (design rule). */
const KIT_MAX = 12
/** Posts a team turns to at the scene, first the safety officer. */
const SCENE_POSTS = ['SAFETY_OFFICER', 'STAGING_OFFICER', 'TACTICAL_DEPUTY'] as const

/** 任务命令单: one team's order on one page; without an issued order it says so and leaves the lines to be filled in. */
export function orderSheet(ground: DocumentGround, line: Assignment): PaperSheet {
  const { plan } = ground
  const movement = plan.movementPlan.movements.find(({ teamId }) => teamId === line.teamId) ?? null
  const order = teamOrderOf(ground, line)
  return {
    ...sheetFrame(ground),
    title: `任务命令单：${line.teamName}`,
    number: numberOf(ground, order, line.id),
    blocks: [
      {
        kind: 'facts',
        columns: 2,
        rows: [
          { name: '指挥', value: holderWords(plan.headquarters[line.hq].commander) },
          { name: '下达人', value: order?.issuer ?? null },
          { name: '受令', value: `${line.teamName} ${line.phone}` },
          { name: '方式', value: AUTHORITY_WORDS[line.authority] },
          { name: '频道', value: movement?.channel ?? null },
          { name: '呼号', value: movement?.callSign ?? null },
          { name: '出发', value: clockIn(plan, line.departAt) },
          { name: '到达', value: arrivalWords(plan, line, movement, order?.dueAt ?? null) },
        ],
      },
      { kind: 'text', strong: true, text: `任务：${order?.text ?? line.role}` },
      { kind: 'facts', rows: [...forceRows(ground, line), ...wayRows(plan, movement), ...safetyRows(plan)] },
      {
        kind: 'bans',
        lines: plan.handlingPlan.mustNot.map(({ text }) => text),
      },
      ...(movement === null || movement.geometry.coordinates.length < 2
        ? []
        : [{ kind: 'sketch', drawing: routeDrawing(ground, movement), caption: ROUTE_LEGEND } as const]),
      { kind: 'signatures', fields: ['签收人、时间', '出动时间', '到场时间', '完成时间、报告人'] },
    ] satisfies PaperBlock[],
  }
}

function forceRows({ plates, kit }: DocumentGround, line: Assignment): { name: string; value: string | null }[] {
  const vehicles = line.vehicles.map(({ id, name, kind, crew }) => {
    const plate = plates.get(id)
    return `${name ?? VEHICLE_NAMES[kind]}（${plate ?? '车牌未录'}，${crew}人）`
  })
  const pieces = kit.get(line.teamId) ?? []
  const named = pieces.slice(0, KIT_MAX).join('、')
  return [
    { name: '车辆', value: vehicles.length === 0 ? '不带车' : vehicles.join('；') },
    { name: '人员', value: `${line.personnel}人` },
    {
      name: '能力',
      value: line.capabilities
        .map(({ capability, quantity }) => `${CAPABILITY_NAMES[capability]}${quantity}`)
        .join('、'),
    },
    {
      name: '装备',
      value:
        pieces.length === 0 ? null : `${named}${pieces.length > KIT_MAX ? ` 等${pieces.length}项，其余见屏幕` : ''}`,
    },
  ]
}

function wayRows(plan: DispatchPlan, movement: Movement | null): { name: string; value: string | null }[] {
  if (movement === null) return [{ name: '行进', value: null }]
  const area = plan.movementPlan.stagingAreas.find(({ id }) => id === movement.stagingAreaId)
  const roads = movement.roads.map(({ name, distanceM }) => `${name} ${kilometres(distanceM)}`).join(' → ')
  const avoided = movement.avoided.map(({ what, reason }) => `${what}（${reason}）`).join('；')
  const remarks = movement.remarks.map(({ text }) => text).join('；')
  return [
    {
      name: '到',
      value: byWay(movement.mode, {
        air: WAYS_OFF_ROAD.air.to,
        water: WAYS_OFF_ROAD.water.to,
        road: area === undefined ? '现场' : areaWords(plan, area),
      }),
    },
    {
      name: '路线',
      value: `${byWay(movement.mode, { ...OFF_ROAD, road: roads === '' ? '路名未录' : roads })}；共${kilometres(movement.distanceM)}${movement.approximate ? '（直线估算）' : ''}，${minutesOf(movement.durationS)}`,
    },
    ...(avoided === '' ? [] : [{ name: '避开', value: avoided }]),
    ...(remarks === '' ? [] : [{ name: '注意', value: remarks }]),
  ]
}

const OFF_ROAD = { air: WAYS_OFF_ROAD.air.way, water: WAYS_OFF_ROAD.water.way } as const

/** Where the waiting place lies from the scene, and how to the wind. */
function areaWords(plan: DispatchPlan, area: StagingArea): string {
  const from = plan.incident.weather?.windFromDeg
  const off = area.offUpwindDeg === null ? '' : `，偏离上风${Math.round(area.offUpwindDeg)}°`
  const wind = from === undefined || from === null ? '风向未知，到场先测风' : `${compassName(from)}风${off}`
  return `${area.name}：事发地${compassName(area.bearingFromIncidentDeg)}侧（${Math.round(area.bearingFromIncidentDeg)}°）${area.distanceM}米；${wind}；车头朝外`
}

/** Protection as the plan's own lines name it, the signal to withdraw, where to gather, and whom to turn to. */
function safetyRows({ handlingPlan, headquarters }: DispatchPlan): { name: string; value: string | null }[] {
  const actions = handlingPlan.phases.flatMap((phase) => phase.actions)
  const said = [
    ...actions.filter(({ hq }) => hq === 'tactical').map(({ text }) => text),
    ...handlingPlan.mustNot.map(({ text }) => text),
  ].filter((text) => /[一二三]级(及以上)?防护|防护等级|空气呼吸器/.test(text))
  const posts = headquarters.tactical.posts.filter(({ post }) => SCENE_POSTS.some((wanted) => wanted === post))
  const contacts = [headquarters.tactical.commander, ...posts].flatMap((holder) => {
    const words = holderWords(holder)
    return words === null ? [] : [words]
  })
  return [
    { name: '防护', value: said.length === 0 ? null : said.join('；') },
    { name: '撤离', value: `${handlingPlan.withdrawal.signal}；集合：${handlingPlan.withdrawal.muster}` },
    { name: '联系', value: contacts.length === 0 ? null : [...new Set(contacts)].join('；') },
  ]
}

function arrivalWords(plan: DispatchPlan, line: Assignment, movement: Movement | null, dueAt: string | null): string {
  const last = movement?.lastArriveAt ?? null
  return [
    clockIn(plan, line.arriveAt),
    line.vehicles.length > 1 && last !== null ? `（末车${clockIn(plan, last)}）` : '',
    dueAt === null ? '' : `，限${clockIn(plan, dueAt)}前`,
  ].join('')
}

function holderWords(holder: PostHolder | null): string | null {
  return holder === null ? null : `${holder.title} ${holder.name} ${holder.phone}`
}

function kilometres(metres: number): string {
  return metres < 1000 ? `${Math.round(metres)}米` : `${(metres / 1000).toFixed(1)}公里`
}
