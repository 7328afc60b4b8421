import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { circlePolygon } from '#shared/kernel/geo.ts'
import { first, type Edit, type RuleCase } from './edited-plan.ts'

const CLOSED = { by: '支队长', at: '2026-07-14T10:19:00+08:00', reason: '堵漏完成，复测为零' }

type Zone = DispatchPlan['zones'][number]
const isolation = (plan: DispatchPlan): Zone => first(plan.zones, ({ kind }) => kind === 'isolation')
const labelled =
  (difference: number): Edit =>
  (plan) => {
    isolation(plan).radiusM = (isolation(plan).radiusM ?? 0) + difference
    return undefined
  }
const drawn =
  (radiusM: number): Edit =>
  (plan) => {
    isolation(plan).geometry = circlePolygon(plan.incident.location, radiusM)
    return undefined
  }
const measured = (plan: DispatchPlan): void => {
  plan.incident.measuredZones = [{ kind: 'hot', radiusM: 80, at: CLOSED.at, by: CLOSED.by }]
}
const forecast =
  (windFromDeg: number, windSpeedMs: number): Edit =>
  (plan) => {
    const at = '2026-07-14T18:00:00+08:00'
    plan.incident.weather = { ...plan.incident.weather, forecast: [{ at, windFromDeg, windSpeedMs }] }
    return undefined
  }

export const ZONE_CASES: readonly RuleCase[] = [
  {
    code: 'zone-missing',
    says: 'the protective square taken out',
    plan: 'road',
    breaks: (plan) => {
      plan.zones = plan.zones.filter(({ kind }) => kind !== 'protective')
      return undefined
    },
    twin: (plan) => {
      first(plan.zones, ({ kind }) => kind === 'protective').id = 'Z-by-hand'
      return undefined
    },
    at: 'zones',
    shows: 'protective区',
  },
  {
    code: 'zone-missing',
    says: 'a measured zone left out',
    plan: 'road',
    breaks: (plan) => {
      measured(plan)
      return undefined
    },
    twin: (plan) => {
      measured(plan)
      const geometry = circlePolygon(plan.incident.location, 80)
      const id = 'Z-measured-hot-1'
      plan.zones.push({ ...isolation(plan), id, kind: 'hot', stage: 'measured', radiusM: 80, geometry })
      return undefined
    },
    at: 'zones',
    shows: '实测 支队长',
  },
  {
    code: 'zone-closed-unfounded',
    says: 'an isolation circle closed by nobody',
    plan: 'road',
    breaks: (plan) => {
      isolation(plan).closed = CLOSED
      return undefined
    },
    twin: (plan) => {
      isolation(plan).closed = CLOSED
      plan.incident.closedInitialZones = [{ kind: 'isolation', ...CLOSED }]
      return undefined
    },
    at: 'zones.0',
    shows: 'isolation区标为已停用',
  },
  {
    code: 'zone-too-small',
    says: 'an isolation circle labelled 1 m too small',
    plan: 'road',
    breaks: labelled(-1),
    twin: labelled(1),
    at: 'zones.0',
    shows: '区为149米',
  },
  {
    code: 'zone-too-small',
    says: 'an isolation circle drawn more than 2 % smaller than its label',
    plan: 'road',
    breaks: drawn(148),
    twin: drawn(149),
    at: 'zones.0',
    shows: '至少150米',
  },
  {
    code: 'HZ15',
    says: 'an isolation circle smaller than that of the unknown substance',
    plan: 'unknownSubstance',
    breaks: labelled(-1),
    twin: labelled(1),
    at: 'zones',
    shows: '方案为99米',
  },
  {
    code: 'HZ14',
    says: 'a forecast turn of the wind of more than 30°',
    plan: 'road',
    breaks: forecast(76, 4),
    twin: forecast(75, 4),
    at: 'incident.weather.forecast.0',
    shows: '变化31°',
  },
  {
    code: 'HZ14',
    says: 'a forecast wind in the next speed band of Table 3',
    plan: 'road',
    breaks: forecast(45, 5.7),
    twin: forecast(45, 5.6),
    at: 'incident.weather.forecast.0',
    shows: '变化0°或风速档变化',
  },
]
