import { sumBy } from './sum-by.ts'
import type { Capability } from '../../domain/taxonomy.ts'
import { ModelBuilder } from '../solver/model-builder.ts'
import type { MilpModel } from '../solver/milp-solver.ts'
import type { AssignmentProblem, SolverDemand, SolverTeam } from './assignment-problem.ts'
import { priceOfLeaving, priceOfUnit, priceOfUse } from './evaluate-assignment.ts'
import { groupVehicles, type VehicleGroup } from './vehicle-groups.ts'

/** The columns of one team. */
export interface TeamColumns {
  readonly team: SolverTeam
  /** 1 = it goes (for a team that goes in any case: its people and portable kit have a vehicle). */
  readonly use: number
  readonly groups: readonly GroupColumn[]
  /** Units by demand. */
  readonly takes: readonly { readonly demand: SolverDemand; readonly column: number; readonly most: number }[]
}

/** How many of a group of like vehicles go. */
export interface GroupColumn {
  readonly group: VehicleGroup
  readonly column: number
}

/** The choice of teams as a linear model, with the meaning of its columns. */
export interface AssignmentModel {
  readonly model: MilpModel
  readonly teams: readonly TeamColumns[]
}

/**
 * States the choice as a mixed integer linear model whose objective is the neutral evaluator's, exactly: team on or off,
 * number of each kind of vehicle, units per demand, units missing, towns exposed. Everything is a whole number, and
 * demands, teams and vehicles stand in a fixed order, so the model does not depend on the order of the input.
 */
export function buildAssignmentModel(problem: AssignmentProblem): AssignmentModel {
  const builder = new ModelBuilder()
  const teams = problem.teams
    .filter((team) => problem.forced.has(team.id) || team.mayFill.size > 0)
    .map((team) => addTeam(builder, problem, team))
  for (const demand of problem.demands) addDemand(builder, problem, demand, teams)
  addTowns(builder, problem, teams)
  return { model: builder.build(problem.limits, priceOfLeaving(problem)), teams }
}

function addTeam(builder: ModelBuilder, problem: AssignmentProblem, team: SolverTeam): TeamColumns {
  const isForced = problem.forced.has(team.id)
  const groups = groupVehicles(team, isForced)
  const hasWay = team.vehicles.length === 0 || groups.some((group) => group.fewest > 0)
  const use = builder.addColumn({
    cost: isForced ? 0 : priceOfUse(problem, team),
    lower: isForced && hasWay ? 1 : 0,
    upper: team.vehicles.length > 0 && groups.length === 0 ? 0 : 1,
  })
  const columns = groups.map((group): GroupColumn => ({
    group,
    column: builder.addColumn({
      cost: problem.prices.vehicleUseS,
      lower: group.fewest,
      upper: group.vehicles.length,
    }),
  }))
  const takes = problem.demands.flatMap((demand) => {
    const most = Math.min(demand.quantity, mostUnits(team, groups, demand))
    if (most <= 0 || !team.mayFill.has(demand.id)) return []
    return [{ demand, most, column: builder.addColumn({ cost: priceOfUnit(problem, team, demand.byS), upper: most }) }]
  })
  const made: TeamColumns = { team, use, groups: columns, takes }
  addVehicleRows(builder, made, isForced)
  addUnitRows(builder, made, isForced)
  // Staying saves the price of a change: a team in force must not stay for that alone.
  if (problem.inForce?.teamIds.has(team.id) === true)
    builder.addRow(0, Infinity, [...takes.map(({ column }) => [column, 1] as const), [use, -1]])
  return made
}

/** Vehicles go only with their team, within its crews; people and kit need one vehicle at least. */
function addVehicleRows(builder: ModelBuilder, { team, use, groups }: TeamColumns, isForced: boolean): void {
  builder.addRow(
    -Infinity,
    team.onDuty,
    groups.map(({ group, column }) => [column, group.crew]),
  )
  if (!isForced)
    for (const { group, column } of groups)
      builder.addRow(-Infinity, 0, [
        [column, 1],
        [use, -group.vehicles.length],
      ])
  if (team.vehicles.length > 0 && groups.length > 0)
    builder.addRow(0, Infinity, [...groups.map(({ column }) => [column, 1] as const), [use, -1]])
}

/** Units taken by capability and vehicles counted by kind never exceed what goes. */
function addUnitRows(builder: ModelBuilder, { team, use, groups, takes }: TeamColumns, isForced: boolean): void {
  const wanted = (kept: (demand: SolverDemand) => boolean): TeamColumns['takes'] =>
    takes.filter(({ demand }) => kept(demand))
  const capabilities = new Set(takes.flatMap(({ demand }) => demand.capability ?? []))
  for (const capability of capabilities) {
    const mine = wanted((demand) => demand.capability === capability)
    const most = sumBy(mine, (take) => take.most)
    const riding = Math.min(most, team.riding.get(capability) ?? 0)
    builder.addRow(-Infinity, 0, [
      ...mine.map(({ column }) => [column, 1] as const),
      ...groups.map(({ group, column }) => [column, -Math.min(most, group.units.get(capability) ?? 0)] as const),
      [use, -riding],
    ])
  }
  const kinds = new Set(takes.flatMap(({ demand }) => demand.vehicleKind ?? []))
  for (const kind of kinds)
    builder.addRow(-Infinity, 0, [
      ...wanted((demand) => demand.vehicleKind === kind).map(({ column }) => [column, 1] as const),
      ...groups.filter(({ group }) => group.kind === kind).map(({ column }) => [column, -1] as const),
    ])
  // Implied by the rows above; they only tighten the relaxation.
  if (!isForced)
    for (const { column, most } of takes)
      builder.addRow(-Infinity, 0, [
        [column, 1],
        [use, -most],
      ])
}

/** Most units a team can bring to one demand, crews aside. */
function mostUnits(team: SolverTeam, groups: readonly VehicleGroup[], demand: SolverDemand): number {
  if (demand.capability === null)
    return sumBy(groups, (group) => (group.kind === demand.vehicleKind ? group.vehicles.length : 0))
  const capability: Capability = demand.capability
  const aboard = sumBy(groups, (group) => group.vehicles.length * (group.units.get(capability) ?? 0))
  const hasWay = team.vehicles.length === 0 || groups.length > 0
  return aboard + (hasWay ? (team.riding.get(capability) ?? 0) : 0)
}

/** What is taken and what is missing make the demand; volunteers never fill one alone. */
function addDemand(
  builder: ModelBuilder,
  problem: AssignmentProblem,
  demand: SolverDemand,
  teams: readonly TeamColumns[],
): void {
  const missing = builder.addColumn({ cost: problem.prices.unmetS, upper: demand.quantity })
  const takes = teams.flatMap(({ team, takes: all }) =>
    all.filter((take) => take.demand.id === demand.id).map(({ column }) => ({ team, column })),
  )
  builder.addRow(demand.quantity, demand.quantity, [[missing, 1], ...takes.map(({ column }) => [column, 1] as const)])
  if (takes.some(({ team }) => team.isVolunteer))
    builder.addRow(
      -Infinity,
      0,
      takes.map(({ team, column }) => [column, team.isVolunteer ? 1 : 1 - demand.quantity] as const),
    )
}

/** A town is exposed unless one of its stations stays at home or keeps an engine with its crew. */
function addTowns(builder: ModelBuilder, problem: AssignmentProblem, teams: readonly TeamColumns[]): void {
  const byId = new Map(teams.map((columns) => [columns.team.id, columns]))
  const kept = new Map<string, readonly number[]>()
  for (const { stationIds } of problem.towns) {
    const stations = stationIds.flatMap((id) => byId.get(id) ?? [])
    if (stations.length < stationIds.length) continue // one of them is not in question and stays
    const exposed = builder.addColumn({ cost: problem.prices.exposedTownS, upper: 1 })
    const atHome = stations.filter(({ team }) => !problem.forced.has(team.id))
    const engines = stations.flatMap((station) => {
      const known = kept.get(station.team.id) ?? addKeptEngines(builder, station)
      kept.set(station.team.id, known)
      return known
    })
    builder.addRow(1 - atHome.length, Infinity, [
      [exposed, 1],
      ...atHome.map(({ use }) => [use, -1] as const),
      ...engines.map((column) => [column, 1] as const),
    ])
  }
}

/** One column per group of engines: 1 = an engine of it stays with a full crew. At most one per station counts. */
function addKeptEngines(builder: ModelBuilder, { team, groups }: TeamColumns): number[] {
  // A vehicle that could not even go alone with those on duty cannot be manned at home either.
  const engines = groups.filter(({ group }) => group.isEngine && group.fullCrew <= team.onDuty)
  const kept = engines.map(({ group, column }) => {
    const stays = builder.addColumn({ cost: 0, upper: 1 })
    builder.addRow(-Infinity, group.vehicles.length, [
      [column, 1],
      [stays, 1],
    ])
    return { stays, crew: group.fullCrew }
  })
  if (kept.length === 0) return []
  builder.addRow(
    -Infinity,
    1,
    kept.map(({ stays }) => [stays, 1] as const),
  )
  builder.addRow(-Infinity, team.onDuty, [
    ...groups.map(({ group, column }) => [column, group.crew] as const),
    ...kept.map(({ stays, crew }) => [stays, crew] as const),
  ])
  return kept.map(({ stays }) => stays)
}
