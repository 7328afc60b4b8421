import type { FirstOrder } from '../../domain/plan/dispatch-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import { factScope } from '../formula/fact-scope.ts'
import { isTrue } from '../formula/evaluate-formula.ts'
import { cutText, textLength } from '../handling/cut-text.ts'
import { fillText, type PlanTexts } from '../handling/fill-text.ts'
import { sceneTexts } from '../handling/scene-texts.ts'
import { BASIC_CALLS, PLANT_CALL, type FirstCall } from '../people/first-calls.ts'
import { nearestTeams, ownPlant } from '../people/nearest-team.ts'
import { makeFinding } from '../reason.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'

type Previous = Pick<StageValues, 'facts' | 'headquarters' | 'contingencyPlans'>

interface Callee {
  readonly id: string
  readonly call: string
  readonly phone: string
  readonly nearness: string
}

const PLANT_TYPES: ReadonlySet<string> = new Set([
  'hazmat_fixed',
  'fire_industrial',
  'pipeline',
  'confined_space',
  'special_equipment',
  'port',
])

/**
 * Whom to ring in minutes 0 to 5 and in which words. Made from the roster and straight-line distances alone, so that it
 * is ready before anything is solved; a team rung once is not rung again for another task.
 */
export function prepareFirstOrders(
  problem: PlanningProblem,
  previous: Previous,
): StageResult<StageValues['firstOrders']> {
  const { facts } = previous
  const texts = sceneTexts(problem, facts)
  const called = new Set<string>()
  const orders: FirstOrder[] = []
  const findings: Finding[] = []
  const add = (call: Omit<FirstCall, 'to'>, callee: Callee): void => {
    called.add(callee.id)
    orders.push({
      id: call.id,
      call: callee.call,
      phone: callee.phone,
      words: isResponding(problem, callee) ? '你队已出动，请报位置和预计到场时间。' : spokenWords(call.words, texts),
      why: `${call.why}${callee.nearness}`,
      hq: call.hq,
      dueAt: formatInstant(facts.nowS + call.dueMin * 60, facts.offsetMin),
    })
  }
  const plant = PLANT_TYPES.has(facts.type) ? plantCallee(problem, previous) : null
  if (plant !== null) add(PLANT_CALL, plant)
  for (const call of callsOf(problem, previous)) {
    const callee = resolve(problem, previous, { call, called })
    if (callee === null)
      findings.push(
        makeFinding('first-order-nobody', 'warn', `firstOrders.${call.id}`, { words: fillText(call.words, texts) }),
      )
    else add(call, callee)
  }
  return {
    value: sortedBy(orders, (order) => [order.dueAt, orders.indexOf(order)]),
    read: [
      'rosters',
      'people',
      'teams',
      'plants',
      'incident.location',
      'incident.responding',
      'incident.unavailable',
      'facts.type',
      'facts.wind',
      'facts.hazmat',
      'library.firstOrders',
    ],
    notes: [],
    findings,
  }
}

/** First calls of the matched plans whose condition holds; the same call id once, from the plan that comes first. */
function callsOf(problem: PlanningProblem, { facts, contingencyPlans }: Previous): FirstCall[] {
  const scope = factScope(facts)
  const templates = contingencyPlans.flatMap(
    (matched) => problem.library.plans.find((plan) => plan.id === matched.id) ?? [],
  )
  const calls = templates.flatMap((template) => template.firstOrders).filter((call) => isTrue(call.when, scope))
  const chosen = calls.length > 0 ? calls : BASIC_CALLS
  return [...new Map([...chosen].reverse().map((call) => [call.id, call])).values()].reverse()
}

function resolve(
  problem: PlanningProblem,
  previous: Previous,
  { call, called }: { call: FirstCall; called: ReadonlySet<string> },
): Callee | null {
  if (call.to.post !== undefined) return postCallee(previous, call.to.post, call.hq)
  if (call.to.capability === undefined) return null
  const near = nearestTeams(problem, previous.facts, call.to.capability).find((entry) => !called.has(entry.team.id))
  if (near === undefined) return null
  const { team } = near
  const km = Math.round(near.distanceM / 100) / 10
  return { id: team.id, call: team.name, phone: team.phone, nearness: `（直线${km}公里，最近可用）` }
}

function postCallee({ headquarters, facts }: Previous, post: string, hq: FirstCall['hq']): Callee | null {
  const other = hq === 'administrative' ? 'tactical' : 'administrative'
  const plans = [headquarters[hq], headquarters[other]]
  const holders = plans.flatMap((plan) => [
    ...plan.posts,
    ...plan.workGroups.flatMap((group) => (group.lead === null ? [] : [group.lead])),
  ])
  const own = facts.town === null ? undefined : holders.find((holder) => holder.post === `${post}:${facts.town}`)
  const holder = own ?? holders.find((entry) => entry.post === post || entry.post.startsWith(`${post}:`))
  if (holder === undefined) return null
  return { id: holder.personId, call: `${holder.title} ${holder.name}`, phone: holder.phone, nearness: '' }
}

function plantCallee(problem: PlanningProblem, { facts }: Previous): Callee | null {
  const plant = ownPlant(problem, facts.scene)
  if (plant === null) return null
  const team = problem.dataset.teams.find((entry) => entry.id === plant.processTeamId && entry.phone !== '')
  if (team !== undefined) return { id: team.id, call: team.name, phone: team.phone, nearness: '' }
  return plant.phone === '' ? null : { id: plant.id, call: `${plant.name}值班室`, phone: plant.phone, nearness: '' }
}

function isResponding(problem: PlanningProblem, { id, call }: Callee): boolean {
  return (problem.incident.responding ?? []).some((entry) => entry.teamId === id || entry.name === call)
}

/** Longest order that is read out in one breath. */
const WORDS_LENGTH = 40

/** Fills an order; the address is cut so that the whole stays short enough to read out. */
function spokenWords(words: string, texts: PlanTexts): string {
  const placeCount = words.split('{place}').length - 1
  const room = WORDS_LENGTH - textLength(fillText(words, { ...texts, place: '' }))
  const place = cutText(texts['place'] ?? '', Math.floor(room / Math.max(1, placeCount)))
  return fillText(words, { ...texts, place })
}
