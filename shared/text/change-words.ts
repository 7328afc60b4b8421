import type { DispatchPlan } from '../domain/plan/dispatch-plan.ts'
import type { ChangeKind } from '../domain/plan/plan-change.ts'
import { nameOfNeed } from './name-of-need.ts'

/** How the lines of a plan are told when they changed; Simplified Chinese. */

/** What changed between two versions of a plan, in one word. */
export const CHANGE_KIND_WORDS = {
  levelChanged: '等级',
  zoneChanged: '区域',
  stagingMoved: '集结',
  teamAdded: '队伍',
  teamDropped: '队伍',
  teamRole: '任务',
  routeChanged: '路线',
  demandChanged: '需求',
  shortfallChanged: '缺口',
  shelterChanged: '安置',
  supplyChanged: '物资',
  actionAdded: '行动',
  actionDropped: '行动',
  actionChanged: '行动',
  mustNotChanged: '禁令',
  hospitalChanged: '收治',
  reserveChanged: '预备',
  expertChanged: '专家',
} as const satisfies Readonly<Record<ChangeKind, string>>

type ForcePlan = DispatchPlan['forcePlan']
type Evacuation = DispatchPlan['handlingPlan']['evacuation']

/** 险情 where no criterion is met. */
export function levelWords(level: string | null): string {
  return level === null ? '险情（未达分级标准）' : `${level}级`
}

export function alarmWords(alarm: DispatchPlan['incident']['alarm']): string {
  return alarm === null ? '无' : `${alarm.kind === 'fire' ? '火警' : '救援'}${alarm.grade}级`
}

export function zoneName({ kind }: DispatchPlan['zones'][number]): string {
  return ZONE_NAMES[kind]
}

export function zoneWords({ lengthM, radiusM, bearingDeg }: DispatchPlan['zones'][number]): string {
  if (lengthM !== undefined) return `边长${lengthM}米，朝向${Math.round(bearingDeg ?? 0)}°`
  return radiusM === undefined ? '按地形划定' : `半径${Math.round(radiusM)}米`
}

/** What a team brings and does. */
export function teamWords({ role, personnel, vehicles, capabilities }: ForcePlan['assignments'][number]): string {
  const brings = capabilities.map(({ capability, quantity }) => `${nameOfNeed({ capability })}${quantity}`)
  return [`${personnel}人${vehicles.length}车`, ...(brings.length === 0 ? [] : [brings.join('、')]), role].join('，')
}

export function routeWords({ roads, distanceM, mode }: DispatchPlan['movementPlan']['movements'][number]): string {
  const names = roads.map(({ name }) => name).filter((name) => name !== '')
  const way = [...new Set(names)].slice(0, ROADS_TOLD).join('、')
  if (mode === 'air') return `直升机直线估算，约${Math.round(distanceM / 100) / 10}公里`
  if (mode === 'water') return `水路估算，约${Math.round(distanceM / 100) / 10}公里`
  return `${way === '' ? '直线估算' : `经${way}`}，约${Math.round(distanceM / 100) / 10}公里`
}

export function demandWords({ quantity, byS }: ForcePlan['demand'][number]): string {
  return `${quantity}，${Math.round(byS / 60)}分钟内`
}

export function missingWords(missing: number): string {
  return `缺${missing}`
}

export function evacuationWords({ mode, people, shelterName }: Evacuation['assignments'][number]): string {
  return `${people}人${MODE_NAMES[mode]}${shelterName === null ? '' : `至${shelterName}`}`
}

/** Names of the three measures of gravity. */
export const GRAVITY_NAMES = { level: '事件等级', response: '应急响应', alarm: '警情等级' } as const

const ROADS_TOLD = 4

const MODE_NAMES = { evacuate: '撤离', shelterInPlace: '就地避险', transfer: '转移' } as const

const ZONE_NAMES: Readonly<Record<DispatchPlan['zones'][number]['kind'], string>> = {
  isolation: '初始隔离区',
  protective: '下风向防护区',
  fireIsolation: '着火隔离区',
  cordon: '警戒区',
  flood: '淹没区',
  collapse: '倒塌区',
  hot: '重危区',
  warm: '中危区',
  cold: '轻危区',
  burnt: '过火区',
}
