import type { AssignmentProblem, SolverTeam } from './assignment-problem.ts'
import { evaluateTeams, priceOfUnit, priceOfUse } from './evaluate-assignment.ts'
import { sumBy } from './sum-by.ts'
import { TeamLoad } from './team-load.ts'

/** A team's price per unit as last reckoned; null = it would fill nothing. */
interface Offer {
  readonly team: SolverTeam
  /** Most units it could ever bring, by demand it may fill. */
  readonly most: ReadonlyMap<string, number>
  price: number | null
}

/** Adds the team with the least price per unit it would fill, until nothing is missing or nobody can help. */
export function addCheapest(problem: AssignmentProblem): ReadonlySet<string> {
  const chosen = new Set<string>()
  let { missing } = evaluateTeams(problem, chosen)
  const open = problem.teams.filter((team) => !problem.forced.has(team.id) && team.mayFill.size > 0)
  const offers = open.map((team): Offer => ({
    team,
    most: mostByDemand(problem, team),
    price: pricePerUnit(problem, team, missing),
  }))
  for (;;) {
    let best: Offer | null = null
    for (const offer of offers)
      if (offer.price !== null && !chosen.has(offer.team.id) && (best?.price ?? Infinity) > offer.price) best = offer
    if (best === null) return chosen
    chosen.add(best.team.id)
    const before = missing
    missing = evaluateTeams(problem, chosen).missing
    for (const offer of offers)
      if (isTouched(offer, before, missing)) offer.price = pricePerUnit(problem, offer.team, missing)
  }
}

/** A price stands while every demand the team may fill still lacks more than the team could bring. */
function isTouched(
  { team, most }: Offer,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): boolean {
  for (const [demandId, units] of most) {
    const [was, is] = [before.get(demandId) ?? 0, after.get(demandId) ?? 0]
    if (was !== is && (team.isVolunteer || is < units)) return true
  }
  return false
}

function mostByDemand({ demands }: AssignmentProblem, team: SolverTeam): ReadonlyMap<string, number> {
  return new Map(
    demands.flatMap(({ id, capability }): [string, number][] => {
      if (!team.mayFill.has(id)) return []
      if (capability === null) return [[id, team.vehicles.length]]
      const aboard = sumBy(team.vehicles, (vehicle) => vehicle.units.get(capability) ?? 0)
      return [[id, aboard + (team.riding.get(capability) ?? 0)]]
    }),
  )
}

function pricePerUnit(
  problem: AssignmentProblem,
  team: SolverTeam,
  missing: ReadonlyMap<string, number>,
): number | null {
  const load = new TeamLoad(team)
  let units = 0
  let price = priceOfUse(problem, team)
  for (const demand of problem.demands) {
    if (!missing.has(demand.id) || !team.mayFill.has(demand.id)) continue
    if (team.isVolunteer && missing.get(demand.id) === demand.quantity) continue
    const taken = load.take(demand, missing.get(demand.id) ?? 0)
    units += taken
    price += taken * priceOfUnit(problem, team, demand.byS)
  }
  return units === 0 ? null : (price + problem.prices.vehicleUseS * load.vehicles.length) / units
}
