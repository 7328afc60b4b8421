import type { Closure } from '#shared/domain/incident.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { bearingDeg, circlePolygon, destinationOf, type LngLat } from '#shared/kernel/geo.ts'
import { first, type Edit, type RuleCase } from './edited-plan.ts'

/** The monitoring team. */
const TEAM = 'env-park'
const AT = 'forcePlan.assignments.10'
const ROUTE = 'movementPlan.movements.10.geometry'

type Movement = DispatchPlan['movementPlan']['movements'][number]
const movementOf = (plan: DispatchPlan, id = TEAM): Movement =>
  first(plan.movementPlan.movements, ({ teamId }) => teamId === id)

/** A straight way that passes the scene on the upwind side at this distance. */
const passing =
  (metres: number): Edit =>
  (plan) => {
    const nearest = destinationOf(plan.incident.location, 45, metres)
    const ends = [135, 315].map((bearing) => destinationOf(nearest, bearing, 400))
    movementOf(plan).geometry.coordinates = ends.map(({ lng, lat }) => [lng, lat])
    return undefined
  }
const placeOf = ([lng = 0, lat = 0]: readonly number[] = []): LngLat => ({ lng, lat })
/** A closure of 21 m behind the team's station, so far from its way. */
const closedBehind =
  (metres: number, window: Closure = {}): Edit =>
  (plan) => {
    const [start, next] = movementOf(plan).geometry.coordinates.map((position) => placeOf(position))
    const from = start ?? plan.incident.location
    const away = destinationOf(from, bearingDeg(next ?? from, from), metres)
    plan.incident.closures = [{ ...away, radiusM: 21, reason: '积水', ...window }]
    return undefined
  }
const flying =
  (windSpeedMs: number): Edit =>
  (plan) => {
    plan.incident.weather = { ...plan.incident.weather, windSpeedMs }
    return undefined
  }
const landing =
  (arriveAt: string): Edit =>
  (plan) => {
    movementOf(plan, 'province-air').arriveAt = arriveAt
    return undefined
  }
const cordon =
  (radiusM: number): Edit =>
  (plan) => {
    const closure = first(plan.movementPlan.closures, ({ origin }) => origin === 'ordered')
    closure.geometry = circlePolygon(plan.incident.location, radiusM)
    return undefined
  }
const spaced =
  (spacingM: number): Edit =>
  (plan) => {
    first(plan.movementPlan.convoy).spacingM = spacingM
    return undefined
  }

export const MOVEMENT_CASES: readonly RuleCase[] = [
  {
    code: 'route-through-zone',
    says: 'a way that cuts the isolation circle',
    plan: 'road',
    breaks: passing(149),
    twin: passing(151),
    at: ROUTE,
    shows: '穿过Z-isolation',
  },
  {
    code: 'route-through-closure',
    says: 'a way within the radius of a closed point',
    plan: 'road',
    breaks: closedBehind(20),
    twin: closedBehind(22),
    at: ROUTE,
    shows: '封闭点（积水）',
  },
  {
    code: 'route-through-closure',
    says: 'a way past a point that is closed when the team leaves',
    plan: 'road',
    breaks: closedBehind(20, { to: '2026-07-14T10:24:00+08:00' }),
    twin: closedBehind(20, { to: '2026-07-14T10:23:59+08:00' }),
    at: ROUTE,
    shows: '封闭点（积水）',
  },
  {
    code: 'team-without-route',
    says: 'a team whose way was taken out',
    plan: 'road',
    breaks: (plan) => {
      plan.movementPlan.movements = plan.movementPlan.movements.filter(({ teamId }) => teamId !== TEAM)
      return undefined
    },
    twin: (plan) => {
      plan.movementPlan.movements = plan.movementPlan.movements.filter(({ teamId }) => teamId !== TEAM)
      first(plan.forcePlan.assignments, ({ teamId }) => teamId === TEAM).authority = 'selfDispatched'
      return undefined
    },
    at: AT,
    shows: '没有行进路线',
  },
  {
    code: 'helicopter-grounded',
    says: 'a helicopter in a wind of force 7',
    plan: 'forest',
    breaks: flying(13.9),
    twin: flying(13.8),
    at: 'movementPlan.movements.16.geometry',
    shows: '风速13.9米/秒',
  },
  {
    code: 'helicopter-grounded',
    says: 'a helicopter that lands after sunset',
    plan: 'forest',
    breaks: landing('2026-04-04T18:14:00+08:00'),
    twin: landing('2026-04-04T18:12:00+08:00'),
    at: 'movementPlan.movements.16.geometry',
    shows: '省航空应急救援直升机',
  },
  {
    code: 'HZ3',
    says: 'engines 19 m apart',
    plan: 'road',
    breaks: spaced(19),
    twin: spaced(20),
    at: 'movementPlan.convoy.0.spacingM',
    shows: '19米，不足20米',
  },
  {
    code: 'road-cordon-small',
    says: 'a road cordon drawn more than 1 % too small',
    plan: 'road',
    breaks: cordon(198),
    twin: cordon(199),
    at: 'movementPlan.closures.0',
    shows: '只有197米，道路警戒至少200米',
  },
  {
    code: 'road-cordon-zone-open',
    says: 'the downwind square left open to traffic',
    plan: 'road',
    breaks: (plan) => {
      plan.movementPlan.closures = plan.movementPlan.closures.filter(({ name }) => !name.startsWith('下风防护区'))
      return undefined
    },
    twin: (plan) => {
      plan.movementPlan.closures = [...plan.movementPlan.closures].reverse()
      return undefined
    },
    at: 'movementPlan.closures',
    shows: '500米的危险区内道路没有安排封闭',
  },
  {
    code: 'road-cordon-missing',
    says: 'no road closed around the scene',
    plan: 'road',
    breaks: (plan) => {
      plan.movementPlan.closures = []
      return undefined
    },
    twin: (plan) => {
      plan.movementPlan.closures = plan.movementPlan.closures.slice(0, 1)
      return undefined
    },
    at: 'movementPlan.closures',
    shows: '至少200米应封闭',
  },
]
