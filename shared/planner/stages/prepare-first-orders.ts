import type { FirstOrder } from '../../domain/plan/dispatch-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { distanceM } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { authorityOver } from '../forces/authority.ts'
import { factScope } from '../formula/fact-scope.ts'
import { isTrue } from '../formula/evaluate-formula.ts'
import { cutText, textLength } from '../handling/cut-text.ts'
import { fillText, type PlanTexts } from '../handling/fill-text.ts'
import { matchedTemplates } from '../handling/merge-templates.ts'
import { sceneTexts } from '../handling/scene-texts.ts'
import { listedPeople, listedText, listedTowns } from '../handling/transfer-texts.ts'
import { CARRIER_CALL, CONTACT_CALL, PLANT_CALL, type FirstCall } from '../people/first-calls.ts'
import { cutOffTownOf, relayed } from '../cut-off/relay-callee.ts'
import { silentTown } from '../cut-off/read-cut-off.ts'
import { contactTeam } from '../cut-off/ways-in.ts'
import { agencyCallee, type Callee } from '../people/agency-callee.ts'
import { nearestTeams, ownPlant } from '../people/nearest-team.ts'
import { makeFinding } from '../reason.ts'
import { tripOfPlate } from '../situation/tanker-trip.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'

type Previous = Pick<StageValues, 'facts' | 'headquarters' | 'contingencyPlans'>

/** Who answers at a plant and has a card for it. */
const PLANT_POST = 'PLANT_SHIFT_LEADER'

/** Types that move the transfer list. */
const TRANSFER_TYPES: ReadonlySet<string> = new Set(['typhoon', 'flood', 'storm_surge'])

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
  const add = (call: Omit<FirstCall, 'to'>, found: Callee, own: PlanTexts = {}): void => {
    const lost = cutOffTownOf(found.id, previous.headquarters, facts)
    const callee = lost === null ? found : relayed(problem, facts, lost, found)
    called.add(callee.id)
    const rolling = isResponding(problem, callee)
    const team = problem.dataset.teams.find((entry) => entry.id === callee.teamId)
    orders.push({
      id: call.id,
      call: callee.call,
      phone: callee.phone,
      words: rolling ? '你队已出动，请报位置和预计到场时间。' : spokenWords(call.words, { ...texts, ...own }),
      why: `${call.why}${callee.nearness}`,
      hq: call.hq,
      dueAt: formatInstant(facts.nowS + call.dueMin * 60, facts.offsetMin),
      ...(callee.teamId === undefined ? {} : { teamId: callee.teamId }),
      ...(callee.capability === undefined ? {} : { capability: callee.capability }),
      ...(callee.post === undefined ? {} : { post: callee.post }),
      ...(team === undefined
        ? {}
        : { authority: rolling ? 'selfDispatched' : authorityOver(team, problem.parameters.assignment) }),
    })
  }
  const plant = PLANT_TYPES.has(facts.type) ? plantCallee(problem, previous) : null
  if (plant !== null) add(PLANT_CALL, plant)
  const carrier = carrierCallee(problem)
  if (carrier !== null) add(CARRIER_CALL, carrier)
  findings.push(...recordFindings(problem, facts, plant !== null))
  for (const [index, { town }] of facts.cutOffTowns.entries()) {
    const team = contactTeam(problem, facts, town)
    const call = { ...CONTACT_CALL, id: index === 0 ? CONTACT_CALL.id : `${CONTACT_CALL.id}_${index + 1}` }
    if (team === null)
      findings.push(
        makeFinding('first-order-nobody', 'warn', `firstOrders.${call.id}`, {
          words: fillText(call.words, { ...texts, street: town }),
        }),
      )
    else
      add(
        call,
        { id: team.id, call: team.name, phone: team.phone, nearness: '', teamId: team.id, capability: 'COMMS' },
        { street: town },
      )
  }
  for (const call of callsOf(problem, previous)) {
    const streets = call.to.post === 'STREET_DUTY' ? streetCallees(problem, previous, call.hq) : []
    if (streets.length > 0) {
      for (const { callee, town, id } of streets)
        add({ ...call, id: `${call.id}${id}` }, callee, {
          street: town,
          townListed: listedText(listedPeople(problem, town)),
        })
      continue
    }
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
      'organisations',
      'tankerTrips',
      'workPermits',
      'populationPoints',
      'incident.hazmat.plate',
      'incident.typhoon',
      'incident.weather.forecast',
      'incident.closures',
      'incident.cutOffTowns',
      'incident.location',
      'incident.responding',
      'incident.unavailable',
      'facts.type',
      'facts.wind',
      'facts.hazmat',
      'facts.night',
      'facts.signal',
      'parameters.staging',
      'library.firstOrders',
      'parameters.assignment',
    ],
    notes: [],
    findings,
  }
}

/** First calls of the matched plans whose condition holds; the same call id once, from the plan that comes first. */
function callsOf(problem: PlanningProblem, { facts, contingencyPlans }: Previous): FirstCall[] {
  const scope = factScope(facts)
  const templates = matchedTemplates(problem.library, contingencyPlans, facts.type)
  const calls = templates.flatMap((template) => template.firstOrders).filter((call) => isTrue(call.when, scope))
  return [...new Map([...calls].reverse().map((call) => [call.id, call])).values()].reverse()
}

function resolve(
  problem: PlanningProblem,
  previous: Previous,
  { call, called }: { call: FirstCall; called: ReadonlySet<string> },
): Callee | null {
  if (call.to.post !== undefined) return postCallee(previous, call.to.post, call.hq)
  if (call.to.agency !== undefined) return agencyCallee(problem, call.to.agency)
  if (call.to.capability === undefined) return null
  const near = nearestTeams(problem, previous.facts, call.to.capability).find(
    (entry) => !called.has(entry.team.id) && silentTown(entry.team, previous.facts) === null,
  )
  if (near === undefined) return null
  const { team } = near
  const km = Math.round(near.distanceM / 100) / 10
  return {
    id: team.id,
    call: team.name,
    phone: team.phone,
    nearness: `（直线${km}公里，最近可用）`,
    teamId: team.id,
    capability: call.to.capability,
  }
}

function postCallee({ headquarters, facts }: Previous, post: string, hq: FirstCall['hq']): Callee | null {
  const other = hq === 'administrative' ? 'tactical' : 'administrative'
  const plans = [headquarters[hq], headquarters[other]]
  const holders = plans.flatMap((plan) => [
    ...plan.posts,
    ...plan.workGroups.flatMap((group) => (group.lead === null ? [] : [group.lead])),
  ])
  const own = facts.town === null ? undefined : holders.find((holder) => holder.post === `${post}:${facts.town}`)
  // A post of streets is nobody's but the street's own: another street is not rung in its place.
  const any = facts.town === null ? holders.find((entry) => entry.post.startsWith(`${post}:`)) : undefined
  const holder = own ?? holders.find((entry) => entry.post === post) ?? any
  if (holder === undefined) return null
  return {
    id: holder.personId,
    call: `${holder.title} ${holder.name}`,
    phone: holder.phone,
    nearness: '',
    post: holder.post,
  }
}

function plantCallee(problem: PlanningProblem, { facts }: Previous): Callee | null {
  const plant = ownPlant(problem, facts.scene)
  if (plant === null) return null
  const team = problem.dataset.teams.find((entry) => entry.id === plant.processTeamId && entry.phone !== '')
  const post = PLANT_POST
  if (team !== undefined)
    return { id: team.id, call: team.name, phone: team.phone, nearness: '', teamId: team.id, post }
  return plant.phone === ''
    ? null
    : { id: plant.id, call: `${plant.name}值班室`, phone: plant.phone, nearness: '', post }
}

/** What the records say against the report, and a plant that could not be named. */
function recordFindings(problem: PlanningProblem, facts: Previous['facts'], plantFound: boolean): Finding[] {
  const trip = tripOfPlate(problem)
  const un = facts.hazmat?.un ?? null
  const differs = trip !== null && un !== null && trip.un !== '' && trip.un !== un
  const nearest = sortedBy(
    problem.dataset.plants.map((plant) => ({ plant, metres: Math.round(distanceM(facts.scene, plant)) })),
    (entry) => [entry.metres, entry.plant.id],
  )[0]
  return [
    ...(differs
      ? [
          makeFinding('trip-differs', 'warn', 'incident.hazmat', {
            plate: trip.plate,
            cargo: trip.cargo,
            tripUn: trip.un,
            un,
          }),
        ]
      : []),
    ...(facts.type === 'hazmat_fixed' && !plantFound && nearest !== undefined
      ? [
          makeFinding('plant-unknown', 'warn', 'incident.location', {
            radiusM: problem.parameters.reporting.ownPlantRadiusM.value,
            plant: nearest.plant.name,
            distanceM: nearest.metres,
            phone: nearest.plant.phone === '' ? '待查' : nearest.plant.phone,
          }),
        ]
      : []),
  ]
}

/** With a transfer list every street that has people on it is rung, the street of the scene first. */
function streetCallees(
  problem: PlanningProblem,
  { facts, headquarters }: Previous,
  hq: FirstCall['hq'],
): { callee: Callee; town: string; id: string }[] {
  if (!TRANSFER_TYPES.has(facts.type)) return []
  const towns = sortedBy(listedTowns(problem), (town) => [town === facts.town ? 0 : 1, town])
  return towns.flatMap((town, index) => {
    const holder = headquarters[hq].posts.find((entry) => entry.post === `STREET_DUTY:${town}`)
    if (holder === undefined) return []
    const { post, personId, title, name, phone } = holder
    const callee = { id: personId, call: `${title} ${name}`, phone, nearness: '', post }
    return [{ callee, town, id: index === 0 ? '' : `_${index + 1}` }]
  })
}

/** The carrier of the tanker, found by its plate: whoever knows the load and the valves. */
function carrierCallee(problem: PlanningProblem): Callee | null {
  const trip = tripOfPlate(problem)
  return trip === null || trip.phone === ''
    ? null
    : { id: trip.id, call: `承运单位${trip.carrier}`, phone: trip.phone, nearness: `（运单${trip.plate}）` }
}

function isResponding(problem: PlanningProblem, { id, call }: Callee): boolean {
  return (problem.incident.responding ?? []).some((entry) => entry.teamId === id || entry.name === call)
}

/** Longest order that is read out in one breath, without the address. */
const WORDS_LENGTH = 40

/** Fills an order; the order itself stays short enough to read out, the address comes on top. */
function spokenWords(words: string, texts: PlanTexts): string {
  const order = fillText(words, { ...texts, place: '' })
  const filled = fillText(words, texts)
  const over = textLength(order) - WORDS_LENGTH
  return over <= 0 ? filled : cutText(filled, textLength(filled) - over)
}
