import type { AssignmentProblem, SolverDemand, SolverTeam } from './assignment-problem.ts'
import { evaluateTeams, priceOfUnit, priceOfUse, turnsOf } from './evaluate-assignment.ts'
import { keepsAnEngine } from './exposed-towns.ts'
import { TeamLoad } from './team-load.ts'

/** A team as the search sees it, at its place in the order in which teams are asked. */
interface Turn {
  readonly team: SolverTeam
  readonly isForced: boolean
  /** Places of the demands it may fill, rising. */
  readonly fills: readonly number[]
  /** Places of the towns it can cover. */
  readonly towns: readonly number[]
}

/**
 * A set of chosen teams with its price, kept up to date as teams come and go: the same figure as `evaluateTeams`, found
 * by sharing again only the demands a change reaches. Changes can be taken back to any earlier mark.
 */
export class ChoiceState {
  /** Units still missing by place of the demand. */
  readonly missing: Int32Array
  objective: number
  private readonly problem: AssignmentProblem
  private readonly turns: readonly Turn[]
  private readonly places: ReadonlyMap<string, number>
  private readonly byS: ReadonlyMap<string, number>
  private readonly fillers: readonly (readonly number[])[]
  private readonly isOn: Uint8Array
  /** What was asked of a team and what it gave, by demand and team. */
  private readonly asked: Int32Array
  private readonly given: Int32Array
  private readonly loads: (TeamLoad | null)[]
  private readonly prices: Float64Array
  /** Stations that keep an engine, by town. */
  private readonly keepers: Int32Array
  private readonly undo: (() => void)[] = []

  /** Starts with the teams that come in any case. */
  constructor(problem: AssignmentProblem) {
    this.problem = problem
    const { demands, towns, forced } = problem
    const turns = turnsOf(problem)
    const demandPlaces = new Map(demands.map((demand, place) => [demand.id, place]))
    const townsOf = new Map<string, number[]>()
    towns.forEach(({ stationIds }, town) => {
      for (const id of stationIds) townsOf.set(id, [...(townsOf.get(id) ?? []), town])
    })
    this.turns = turns.map((team) => ({
      team,
      isForced: forced.has(team.id),
      fills: [...team.mayFill].flatMap((id) => demandPlaces.get(id) ?? []).sort((a, b) => a - b),
      towns: townsOf.get(team.id) ?? [],
    }))
    this.byS = new Map(demands.map(({ id, byS }) => [id, byS]))
    this.places = new Map(turns.map((team, place) => [team.id, place]))
    const fillers = demands.map((): number[] => [])
    this.turns.forEach(({ fills }, place) => {
      for (const demand of fills) fillers[demand]?.push(place)
    })
    this.fillers = fillers
    this.isOn = new Uint8Array(turns.length)
    this.asked = new Int32Array(turns.length * demands.length)
    this.given = new Int32Array(turns.length * demands.length)
    this.loads = turns.map(() => null)
    this.prices = new Float64Array(turns.length)
    this.keepers = new Int32Array(towns.length)
    this.missing = Int32Array.from(demands, ({ quantity }) => quantity)
    this.turns.forEach(({ team, towns: covered }) => {
      if (keepsAnEngine(team, undefined)) for (const town of covered) this.addKeeper(town, 1)
    })
    this.objective = 0
    this.change(this.turns.flatMap(({ isForced }, place) => (isForced ? [place] : [])))
    // From here on only differences are reckoned; the start is the neutral evaluator's.
    this.objective = evaluateTeams(problem, new Set()).objective
    this.undo.length = 0
  }

  has(teamId: string): boolean {
    return this.isOn[this.places.get(teamId) ?? -1] === 1
  }

  /** Ids of the chosen teams without those that come in any case, sorted. */
  chosen(): string[] {
    return this.turns
      .flatMap(({ team, isForced }, place) => (this.isOn[place] === 1 && !isForced ? [team.id] : []))
      .sort()
  }

  /** Sends a team, or leaves it at home again. */
  toggle(teamId: string): void {
    const place = this.places.get(teamId)
    if (place !== undefined) this.change([place])
  }

  /** A point to which `backTo` returns. */
  mark(): number {
    return this.undo.length
  }

  backTo(mark: number): void {
    while (this.undo.length > mark) this.undo.pop()?.()
  }

  private change(places: readonly number[]): void {
    const before = this.objective
    this.undo.push(() => (this.objective = before))
    const fresh = new Map<number, TeamLoad>()
    const reached = new Uint8Array(this.missing.length)
    for (const place of places) {
      const turn = this.turns[place]
      if (turn === undefined) continue
      const was = this.isOn[place] ?? 0
      this.isOn[place] = 1 - was
      this.undo.push(() => (this.isOn[place] = was))
      for (const demand of turn.fills) reached[demand] = 1
      if (was === 0) fresh.set(place, emptyLoad(turn))
      else this.settle(place, null)
    }
    this.problem.demands.forEach((demand, place) => {
      if (reached[place] === 1) this.share(demand, place, fresh, reached)
    })
    for (const [place, load] of fresh) {
      const isForced = this.turns[place]?.isForced === true
      if (load.takes.size > 0) load.ensureTransport()
      this.settle(place, load.takes.size > 0 || isForced ? load : null)
    }
  }

  /** Shares one demand again. A team whose part may differ is made afresh; its later demands are then reached too. */
  private share(demand: SolverDemand, row: number, fresh: Map<number, TeamLoad>, reached: Uint8Array): void {
    let open = demand.quantity
    let isClosed = false
    for (const place of this.fillers[row] ?? []) {
      const turn = this.turns[place]
      if (turn === undefined) continue
      const cell = row * this.turns.length + place
      const [asked, given] = [this.asked[cell] ?? 0, this.given[cell] ?? 0]
      if (this.isOn[place] === 0) {
        if (asked !== 0) this.record(cell, 0, 0)
        continue
      }
      isClosed ||= open === 0 || (turn.team.isVolunteer && open === demand.quantity)
      const wanted = isClosed ? 0 : open
      let load = fresh.get(place)
      if (load === undefined) {
        // Asked for more than it has, it gives all it has, whatever was asked.
        const isSame = wanted === asked || (given < asked && wanted > given)
        if (isSame) {
          if (wanted !== asked) this.record(cell, wanted, given)
          open -= given
          continue
        }
        load = this.replay(turn, place, row)
        fresh.set(place, load)
        for (const later of turn.fills) if (later > row) reached[later] = 1
      }
      const taken = load.take(demand, wanted)
      this.record(cell, wanted, taken)
      open -= taken
    }
    this.setMissing(row, open)
  }

  /** What a team brings before this demand is shared. */
  private replay(turn: Turn, place: number, row: number): TeamLoad {
    const load = emptyLoad(turn)
    for (const earlier of turn.fills) {
      const demand = this.problem.demands[earlier]
      if (earlier >= row || demand === undefined) break
      load.take(demand, this.asked[earlier * this.turns.length + place] ?? 0)
    }
    return load
  }

  private record(cell: number, asked: number, given: number): void {
    const [oldAsked, oldGiven] = [this.asked[cell] ?? 0, this.given[cell] ?? 0]
    this.asked[cell] = asked
    this.given[cell] = given
    this.undo.push(() => {
      this.asked[cell] = oldAsked
      this.given[cell] = oldGiven
    })
  }

  private setMissing(row: number, units: number): void {
    const old = this.missing[row] ?? 0
    if (old === units) return
    this.missing[row] = units
    this.objective += (units - old) * this.problem.prices.unmetS
    this.undo.push(() => (this.missing[row] = old))
  }

  /** Gives a team its load, with what that costs and which towns it leaves uncovered. */
  private settle(place: number, load: TeamLoad | null): void {
    const turn = this.turns[place]
    if (turn === undefined) return
    const [oldLoad, oldPrice] = [this.loads[place] ?? null, this.prices[place] ?? 0]
    const price = load === null ? 0 : this.priceOf(turn, load)
    this.loads[place] = load
    this.prices[place] = price
    this.objective += price - oldPrice
    this.undo.push(() => {
      this.loads[place] = oldLoad
      this.prices[place] = oldPrice
    })
    if (turn.towns.length === 0) return
    const kept = Number(keepsAnEngine(turn.team, oldLoad ?? undefined))
    const keeps = Number(keepsAnEngine(turn.team, load ?? undefined))
    if (keeps === kept) return
    for (const town of turn.towns) this.addKeeper(town, keeps - kept)
    this.undo.push(() => {
      for (const town of turn.towns) this.keepers[town] = (this.keepers[town] ?? 0) + kept - keeps
    })
  }

  private addKeeper(town: number, more: number): void {
    const old = this.keepers[town] ?? 0
    this.keepers[town] = old + more
    if (old === 0) this.objective -= this.problem.prices.exposedTownS
    if (old + more === 0) this.objective += this.problem.prices.exposedTownS
  }

  private priceOf({ team, isForced }: Turn, load: TeamLoad): number {
    let price = (isForced ? 0 : priceOfUse(this.problem, team)) + this.problem.prices.vehicleUseS * load.vehicles.length
    for (const [id, units] of load.takes) {
      price += units * priceOfUnit(this.problem, team, this.byS.get(id) ?? 0)
    }
    return price
  }
}

function emptyLoad({ team, isForced }: Turn): TeamLoad {
  const load = new TeamLoad(team)
  if (isForced) load.man(team.alwaysSends)
  return load
}
