import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { angleBetweenDeg, destinationOf } from '#shared/kernel/geo.ts'
import { first, type Edit, type RuleCase } from './edited-plan.ts'

/** Wind of the example: from 045° over an isolation circle of 150 m of a toxic gas. */
const WIND = 45
const AT = 'movementPlan.stagingAreas.0'

const place = (plan: DispatchPlan): DispatchPlan['movementPlan']['stagingAreas'][number] =>
  first(plan.movementPlan.stagingAreas)

/** Moves the waiting place and writes its true figures, so that only the place itself is judged. */
const moved =
  (bearing: number, metres: number): Edit =>
  (plan) => {
    Object.assign(place(plan), {
      location: destinationOf(plan.incident.location, bearing, metres),
      bearingFromIncidentDeg: bearing,
      distanceM: metres,
      offUpwindDeg: angleBetweenDeg(bearing, WIND),
    })
    return undefined
  }
/** A mapped low point so many metres north of the waiting place. */
const lowPoint =
  (metres: number): Edit =>
  (plan) => {
    const { lng, lat } = destinationOf(place(plan).location, 0, metres)
    const area = { id: 'low-1', name: '试验积水点', kind: 'lowPoint', level: '', people: null, rings: null }
    return { riskAreas: [{ ...area, point: [lng, lat] }] }
  }
const stated =
  (figures: { distanceM?: number; offUpwindDeg?: number }): Edit =>
  (plan) => {
    Object.assign(place(plan), figures)
    return undefined
  }
const roomFor =
  (capacity: number): Edit =>
  (plan) => {
    place(plan).capacity = capacity
    return undefined
  }
const sentTo =
  (stagingAreaId: string): Edit =>
  (plan) => {
    first(plan.forcePlan.assignments).stagingAreaId = stagingAreaId
    return undefined
  }

export const STAGING_CASES: readonly RuleCase[] = [
  {
    code: 'HZ1',
    says: 'a place more than 90° off the upwind side',
    plan: 'road',
    breaks: moved(WIND + 91, 1500),
    twin: moved(WIND + 89, 1500),
    at: AT,
    shows: '91°',
  },
  {
    code: 'HZ1',
    says: 'a place to the side nearer than 1.5 times the isolation radius',
    plan: 'road',
    breaks: moved(WIND + 61, 223),
    twin: moved(WIND + 59, 223),
    at: AT,
    shows: '225',
  },
  {
    code: 'HZ13',
    says: 'a place nearer than 1.5 times the isolation radius of a toxic gas',
    plan: 'road',
    breaks: moved(WIND, 224),
    twin: moved(WIND, 226),
    at: AT,
    shows: '225',
  },
  {
    code: 'HZ13',
    says: 'a place less than 50 m from the protective square',
    plan: 'road',
    breaks: moved(WIND + 80, 265),
    twin: moved(WIND + 80, 278),
    at: AT,
    shows: '下风防护区边界47米，不足50米',
  },
  {
    code: 'HZ13',
    says: 'a place within 100 m of a low point',
    plan: 'road',
    breaks: lowPoint(99),
    twin: lowPoint(101),
    at: AT,
    shows: '试验积水点',
  },
  {
    code: 'staging-unknown',
    says: 'a team sent to a place that the plan does not have',
    plan: 'road',
    breaks: sentTo('staging-9'),
    twin: sentTo('staging-2'),
    at: 'forcePlan.assignments.0.stagingAreaId',
    shows: '不存在的集结点staging-9',
  },
  {
    code: 'staging-figures',
    says: 'a distance that is 7 m and more than 1 % off',
    plan: 'road',
    breaks: stated({ distanceM: 650 }),
    twin: stated({ distanceM: 648 }),
    at: AT,
    shows: '与地图上的点不符',
  },
  {
    code: 'staging-figures',
    says: 'an angle to the wind that is more than 2° off',
    plan: 'road',
    breaks: stated({ offUpwindDeg: 13 }),
    twin: stated({ offUpwindDeg: 12 }),
    at: AT,
    shows: '与地图上的点不符',
  },
  {
    code: 'staging-over-capacity',
    says: 'nineteen vehicles where eighteen have room',
    plan: 'road',
    breaks: roomFor(18),
    twin: roomFor(19),
    at: AT,
    shows: '约停18车，派往19车',
  },
]
