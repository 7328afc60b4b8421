import { first, pointAt, type Edit, type RuleCase } from './edited-plan.ts'
import { LINES, move, PEOPLE } from './evacuation-edits.ts'

/** A listed place that only a storm surge moves, this far from the coast of the example. */
const surge =
  (lat: number): Edit =>
  (plan) => {
    plan.incident.type = 'storm_surge'
    return pointAt(0, 0, { list: 'transfer', lng: 121.79, lat })(plan)
  }
/** No gale is forecast: what sets the time is dusk; the line is late against it, and so many are admitted. */
const afterDusk =
  (doneBy: string, admitted: number): Edit =>
  (plan) => {
    plan.incident.typhoon = {}
    plan.incident.weather = { ...plan.incident.weather, forecast: [] }
    const { assignments, shortfalls } = plan.handlingPlan.evacuation
    const line = Object.assign(first(assignments), { doneBy })
    if (admitted > 0) shortfalls.push({ fromId: line.fromId, people: admitted, reasons: [], remedies: [] })
    return undefined
  }
const boatIn =
  (windSpeedMs: number): Edit =>
  (plan) => {
    plan.incident.weather = { ...plan.incident.weather, windSpeedMs }
    return move({ means: 'boat' })(plan)
  }

export const TRANSFER_CASES: readonly RuleCase[] = [
  {
    code: 'transfer-list-incomplete',
    says: 'a place of the transfer list that the plan does not know',
    plan: 'typhoon',
    breaks: pointAt(0, 0, { list: 'transfer' }),
    twin: pointAt(0, 0, { list: 'resident' }),
    at: PEOPLE,
    shows: '“新增点”的7人没有安排',
  },
  {
    code: 'transfer-list-incomplete',
    says: 'a listed place within 2000 m of the coast in a storm surge',
    plan: 'typhoon',
    breaks: surge(29.942),
    twin: surge(29.94),
    at: PEOPLE,
    shows: '“新增点”的7人没有安排',
  },
  {
    code: 'transfer-too-late',
    says: 'a transfer that ends a second after the gale begins',
    plan: 'typhoon',
    breaks: move({ doneBy: '2026-08-25T17:00:01+08:00' }),
    twin: move({ doneBy: '2026-08-25T17:00:00+08:00' }),
    at: `${LINES}.0`,
    shows: '晚于2026-08-25T17:00:00+08:00（8级大风到来）',
  },
  {
    code: 'transfer-too-late',
    says: 'a transfer after dusk that nobody admits',
    plan: 'typhoon',
    breaks: afterDusk('2026-08-25T19:00:00+08:00', 0),
    twin: afterDusk('2026-08-25T19:00:00+08:00', 1),
    at: `${LINES}.0`,
    shows: '（天黑）',
  },
  {
    code: 'boat-in-gale',
    says: 'a boat in a wind of force 8',
    plan: 'typhoon',
    breaks: boatIn(17.2),
    twin: boatIn(17.1),
    at: `${LINES}.0`,
    shows: '风力8级以上不得用船',
  },
  {
    code: 'boat-in-gale',
    says: 'a boat that is still out a second after the gale begins',
    plan: 'typhoon',
    breaks: move({ means: 'boat', doneBy: '2026-08-25T17:00:01+08:00' }),
    twin: move({ means: 'boat', doneBy: '2026-08-25T17:00:00+08:00' }),
    at: `${LINES}.0`,
    shows: '风力8级以上不得用船',
  },
]
