import type { AssignmentProblem, SolverDemand, SolverTeam } from './assignment-problem.ts'
import { ChoiceState } from './choice-state.ts'
import { priceOfUnit, priceOfUse } from './evaluate-assignment.ts'
import { sumBy } from './sum-by.ts'
import { TeamLoad } from './team-load.ts'

/** A team's price per unit as last reckoned; null = it would fill nothing. */
interface Offer {
  readonly team: SolverTeam
  /** The demands it may fill, with the most units it could ever bring to each. */
  readonly most: readonly Most[]
  price: number | null
}

interface Most {
  readonly demand: SolverDemand
  readonly place: number
  readonly units: number
}

/** Adds the team with the least price per unit it would fill, until nothing is missing or nobody can help. */
export function addCheapest(problem: AssignmentProblem): ReadonlySet<string> {
  const state = new ChoiceState(problem)
  let open = problem.teams
    .filter((team) => !problem.forced.has(team.id) && team.mayFill.size > 0)
    .map((team): Offer => ({ team, most: mostByDemand(problem, team), price: null }))
  for (const offer of open) offer.price = pricePerUnit(problem, offer, state.missing)
  const chosen = new Set<string>()
  for (;;) {
    // What is missing only ever shrinks: a team that has nothing to fill will never have.
    open = open.filter((offer) => offer.price !== null)
    const best = open.reduce<Offer | null>(
      (least, offer) => (least === null || (offer.price ?? 0) < (least.price ?? 0) ? offer : least),
      null,
    )
    if (best === null) return chosen
    chosen.add(best.team.id)
    best.price = null
    const before = state.missing.slice()
    state.toggle(best.team.id)
    for (const offer of open)
      if (offer !== best && isTouched(offer, before, state.missing))
        offer.price = pricePerUnit(problem, offer, state.missing)
  }
}

/** A price stands while every demand the team may fill still lacks more than the team could bring. */
function isTouched({ team, most }: Offer, before: Int32Array, after: Int32Array): boolean {
  for (const { place, units } of most) {
    const [was, is] = [before[place] ?? 0, after[place] ?? 0]
    if (was !== is && (team.isVolunteer || is < units)) return true
  }
  return false
}

function mostByDemand({ demands }: AssignmentProblem, team: SolverTeam): readonly Most[] {
  return demands.flatMap((demand, place): Most[] => {
    const { id, capability } = demand
    if (!team.mayFill.has(id)) return []
    if (capability === null) return [{ demand, place, units: team.vehicles.length }]
    const aboard = sumBy(team.vehicles, (vehicle) => vehicle.units.get(capability) ?? 0)
    return [{ demand, place, units: aboard + (team.riding.get(capability) ?? 0) }]
  })
}

function pricePerUnit(problem: AssignmentProblem, { team, most }: Offer, missing: Int32Array): number | null {
  const load = new TeamLoad(team)
  let units = 0
  let price = priceOfUse(problem, team)
  for (const { demand, place } of most) {
    const wanted = missing[place] ?? 0
    if (wanted === 0 || (team.isVolunteer && wanted === demand.quantity)) continue
    const taken = load.take(demand, wanted)
    units += taken
    price += taken * priceOfUnit(problem, team, demand.byS)
  }
  return units === 0 ? null : (price + problem.prices.vehicleUseS * load.vehicles.length) / units
}
