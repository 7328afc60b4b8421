import type { Demand } from '../../domain/plan/force-plan.ts'
import type { StagingArea } from '../../domain/plan/movement-plan.ts'
import type { Finding, Reason } from '../../domain/reason.ts'
import type { TeamRow } from '../../domain/dataset/tables.ts'
import { isInside } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { AssignmentSolver } from '../forces/assignment-problem.ts'
import { chooseReserve } from '../forces/choose-reserve.ts'
import { chooseTeams } from '../forces/choose-teams.ts'
import { measureCoverage } from '../forces/coverage.ts'
import { findFirstDue, rungTeams } from '../forces/first-due.ts'
import { approachScene, approachTowns, type Approaches, type Departures, type Ways } from '../forces/destinations.ts'
import { arrivalOf } from '../forces/arrival.ts'
import { crowdedFindings, makeRoom, type HoldRoom } from '../forces/make-room.ts'
import { matchUnderWay, type UnderWay } from '../replan/match-under-way.ts'
import { withLadderGap } from '../forces/ladder-shortfall.ts'
import { nameOfNeed } from '../../text/name-of-need.ts'
import { screenTeams, type Candidate } from '../forces/screen-teams.ts'
import { settleTeams, type SentTeam } from '../forces/sent-team.ts'
import { solveExactly } from '../forces/solve-exactly.ts'
import { solveGreedily } from '../forces/solve-greedy.ts'
import { withFlights } from '../forces/fly-to-scene.ts'
import { withVessels } from '../forces/sail-to-scene.ts'
import { vehiclesWaiting } from '../forces/spread-over-areas.ts'
import { solverFindings, solverNote } from '../forces/report-solver.ts'
import { writeAssignments } from '../forces/write-assignments.ts'
import { shortFindings } from '../forces/short-findings.ts'
import { writeShortfalls } from '../forces/write-shortfalls.ts'
import { listBlockedTeams } from '../movement/blocked-teams.ts'
import { writeClosures } from '../movement/write-closures.ts'
import { orderConvoys } from '../movement/convoys.ts'
import { writeMovements } from '../movement/write-movements.ts'
import type { ForceAndMovement, PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { makeFinding } from '../reason.ts'
import { isDangerZone, isSceneAtPlant, plantOf } from '../rules/hard/team-of-plant.ts'
import { chooseStaging, isAreaIncident, requestStaging, stagingFindings } from '../staging/choose-staging.ts'
import { substituteTown } from '../staging/town-sites.ts'
import type { StagingChoice } from '../staging/staging-request.ts'
import type { RoadTravel } from '../travel/road-travel.ts'

type Previous = Pick<StageValues, 'facts' | 'grading' | 'zones' | 'demand'> & {
  readonly travel: RoadTravel
  /** Orders given before anything was solved; absent = none. */
  readonly firstOrders?: StageValues['firstOrders']
}

/** Stage `assign-and-move`: waiting places, then teams, then their ways. */
export function assignAndMove(problem: PlanningProblem, previous: Previous): StageResult<ForceAndMovement> {
  const { facts, zones, demand, travel } = previous
  const isArea = isAreaIncident(problem)
  const dangers = zones.filter(isDangerZone).map((zone) => zone.geometry)
  const guarded = travel.avoiding(dangers)
  const underWay = matchUnderWay(problem)
  const departures = departuresOf(problem, facts.nowS, underWay)
  const request = isArea ? null : requestStaging(problem, { facts, zones }, guarded, fireStations(problem))
  const chosen: StagingChoice =
    request === null ? { areas: [], further: [], refusals: [], givenUp: new Map() } : chooseStaging(request)
  const ways: Ways = {
    guarded,
    open: travel,
    dangers,
    holdingPoint:
      chosen.refusals.find(({ location }) => dangers.every((zone) => !isInside(location, zone)))?.location ?? null,
    isOnSite: (team) => isAtOwnPlant(problem, previous, team),
    departures,
  }
  const flying = { facts, zones, guarded }
  const byRoad = isArea
    ? approachTowns(problem, facts, guarded, departures)
    : approachScene(facts.scene, chosen.areas, ways)
  const approaches = withVessels(withFlights(byRoad, problem, flying), problem, flying)
  const holdRoom: HoldRoom = (sent) =>
    request === null ? { sent, areas: townAreas(sent) } : makeRoom(problem, { facts, request, chosen, ways }, sent)
  const forces = gatherForces(problem, previous, approaches, underWay, holdRoom)
  const { areas } = forces
  const movements = writeMovements(problem, facts, forces.sent, guarded)
  return {
    value: {
      force: forces.force,
      movement: {
        stagingAreas: [...areas],
        stagingRefusals: [...chosen.refusals],
        movements,
        blocked: [...forces.blocked],
        convoy: orderConvoys(movements, forces.sent, {
          spacingM: problem.parameters.staging.vehicleSpacingM.value,
          waveS: problem.parameters.staging.convoyWaveS.value,
        }),
        closures: writeClosures(problem, { facts, zones }, travel),
        roadData: nameRoadData(problem),
      },
      givenUp: { teams: forces.givenUp, staging: chosen.givenUp },
    },
    read: [
      'location',
      'type',
      'responding',
      'unavailable',
      'inForce',
      'closures',
      'cutOffTowns',
      'weather.windFromDeg',
      'weather.windSpeedMs',
      'hazmat',
      'zones',
      'demand',
      'firstOrders',
      'alarm',
      'facts.fireFloor',
      'facts.buildingHeightM',
      'building.floors',
      'trappedList',
      'dataset.teams',
      'dataset.vehicles',
      'dataset.plants',
      'dataset.places',
      'dataset.areas',
      'dataset.roads',
      'dataset.helipads',
    ],
    notes: [
      `${forces.force.assignments.length} 支队伍`,
      `${areas.length} 处集结与停车点`,
      `缺口 ${forces.force.shortfalls.length} 项`,
      forces.note,
    ],
    findings: [
      ...forces.findings,
      ...stagingFindings({ areas, refusals: chosen.refusals }, isArea, request?.needsTwoSides === true),
      ...crowdedFindings(areas, vehiclesWaiting(forces.sent)),
      ...lateFindings(demand, forces.sent),
      ...shortFindings(forces.force.shortfalls, forces.blocked),
      ...(isArea ? substituteFindings(problem, facts) : []),
      ...landingFindings(movements),
    ],
  }
}

/** When each team leaves: now, the call and its own turnout; a rolling one has left. */
function departuresOf({ parameters }: PlanningProblem, nowS: number, { rolling, calledS }: UnderWay): Departures {
  return {
    departS: (team) =>
      arrivalOf(
        { nowS, callHandlingS: parameters.assignment.callHandlingS.value, turnoutS: team.turnoutS, driveS: 0 },
        rolling.get(team.id) ?? null,
        calledS.get(team.id) ?? null,
      ).departS,
    marginS: parameters.travel.closureMarginS.value,
    uncheckedDetourS: parameters.travel.uncheckedDetourS.value,
  }
}

/** The brigade and the process team of the plant where the incident is. */
function isAtOwnPlant({ dataset, parameters }: PlanningProblem, { facts, zones }: Previous, team: TeamRow): boolean {
  const context = { plants: dataset.plants, scene: facts.scene, zones, parameters: parameters.assignment }
  const plant = plantOf(team, context)
  return plant !== null && isSceneAtPlant(plant, context)
}

interface Forces {
  readonly areas: readonly StagingArea[]
  readonly blocked: ForceAndMovement['movement']['blocked']
  readonly force: ForceAndMovement['force']
  readonly sent: readonly SentTeam[]
  readonly findings: readonly Finding[]
  /** Teams of the plan in force that a rule forbids now. */
  readonly givenUp: ReadonlyMap<string, Reason>
  /** How the choice was made, for the trace. */
  readonly note: string
}

function gatherForces(
  problem: PlanningProblem,
  { facts, grading, zones, demand, travel, firstOrders }: Previous,
  approaches: Approaches,
  underWay: UnderWay,
  holdRoom: HoldRoom,
): Forces {
  const candidates = screenTeams({ problem, facts, zones, demand, travel, approaches, underWay })
  const coverage = measureCoverage(problem, candidates, travel)
  const rung = rungTeams(firstOrders ?? [])
  const firstDue = findFirstDue(problem, grading.alarm, demand, candidates, rung)
  const solution = chooseTeams(problem, demand, candidates, coverage, {
    firstDue,
    rung,
    solve: solverOf(problem),
  })
  const { sent, areas } = holdRoom(settleTeams(problem, facts, candidates, solution, { demand, approaches, travel }))
  const sentIds = new Set(sent.map(({ candidate }) => candidate.team.id))
  const { latestAfterS } = problem.parameters.assignment
  return {
    areas,
    blocked: listBlockedTeams(candidates, sent, demand),
    force: {
      demand: [...demand],
      assignments: writeAssignments({ problem, facts, candidates, sentIds, firstDue, rung }, sent),
      reserve: chooseReserve(problem, demand, candidates, sentIds),
      shortfalls: withLadderGap(problem, facts, {
        demand,
        sent,
        candidates,
        shortfalls: writeShortfalls(demand, solution.missing, candidates, latestAfterS.value),
      }),
      coverageLeft: coverage.rows(solution.loads),
      solver: {
        status: solution.status,
        objective: solution.objective,
        bound: solution.bound,
        gap: solution.gap,
        elapsedMs: 0,
      },
    },
    sent,
    givenUp: barredOf(problem, candidates),
    findings: [
      ...underWay.findings,
      ...coverFindings(problem, coverage.rows(solution.loads)),
      ...solverFindings(solution),
    ],
    note: solverNote(problem.solver?.name ?? null, solution),
  }
}

/** A draft needs no solver; without a solver there are only drafts. */
function solverOf({ solver, effort }: PlanningProblem): AssignmentSolver {
  return solver === undefined || effort === 'draft' ? solveGreedily : solveExactly(solver)
}

/** Teams of the plan in force that may not go any more, with the rule. */
function barredOf({ inForce }: PlanningProblem, candidates: readonly Candidate[]): ReadonlyMap<string, Reason> {
  const inPlan = new Set((inForce?.plan.forcePlan.assignments ?? []).map(({ teamId }) => teamId))
  return new Map(
    candidates.flatMap(({ team, rejected }) =>
      rejected === null || !inPlan.has(team.id) ? [] : [[team.id, rejected] as const],
    ),
  )
}

function fireStations({ dataset }: PlanningProblem): PlanningProblem['dataset']['teams'] {
  const isStation = (type: string): boolean => type === 'NFR' || type === 'GOV_FT' || type === 'ENT_FT'
  return sortedBy(
    dataset.teams.filter((team) => isStation(team.type) && team.onDuty > 0),
    (team) => [team.id],
  )
}

/** The assembly places that are used, by id. */
function townAreas(sent: readonly SentTeam[]): StagingArea[] {
  const areas = new Map(
    sent.flatMap(({ approach }) =>
      approach?.destination.area ? [[approach.destination.area.id, approach.destination.area] as const] : [],
    ),
  )
  return sortedBy([...areas.values()], (area) => [area.id])
}

/** Streets that lose their fire cover, with the move-up to ask for. */
function coverFindings({ dataset }: PlanningProblem, rows: ForceAndMovement['force']['coverageLeft']): Finding[] {
  return rows.flatMap((row, index) => {
    const wasMet = row.beforeS !== null && row.beforeS <= row.targetS
    if (row.met || !wasMet) return []
    const team = dataset.teams.find((each) => each.id === row.teamId)?.name ?? '毗邻区消防站'
    const { area, beforeS, afterS, targetS } = row
    return [
      makeFinding('cover-lost', 'warn', `forcePlan.coverageLeft[${index}]`, {
        area,
        before: minutesText(beforeS),
        after: minutesText(afterS),
        target: minutesText(targetS),
        team,
      }),
    ]
  })
}

/** Whole minutes, rounded up; null = nobody left who could come. */
function minutesText(seconds: number | null): string {
  return seconds === null ? '无车可到' : `${Math.ceil(seconds / 60)}分钟`
}

/** Flights for which no landing ground is known near the scene. */
function landingFindings(movements: ForceAndMovement['movement']['movements']): Finding[] {
  return movements.flatMap(({ remarks, teamName }, index) =>
    remarks.some(({ code }) => code === 'way-air-pilot-chooses')
      ? [makeFinding('helicopter-no-helipad', 'warn', `movementPlan.movements.${index}`, { team: teamName })]
      : [],
  )
}

/** One line for all demands that are complete only after the wanted time: how late, so that somebody decides what bridges it. */
function lateFindings(demand: readonly Demand[], sent: readonly SentTeam[]): Finding[] {
  const needs = demand.flatMap((each) => {
    const times = sent
      .filter(({ fills }) => fills.some((fill) => fill.demand.id === each.id))
      .map(({ arrival }) => arrival.etaS)
    const lastS = Math.max(0, ...times)
    if (lastS <= each.byS) return []
    return [
      `${nameOfNeed(each)}（要求${Math.round(each.byS / 60)}分钟，首支${Math.ceil(Math.min(...times) / 60)}分钟、到齐${Math.ceil(lastS / 60)}分钟）`,
    ]
  })
  return needs.length === 0
    ? []
    : [makeFinding('demand-late', 'warn', 'forcePlan.demand', { count: needs.length, needs })]
}

/** Teams of an area incident wait in another street because no road leads into the one that was hit. */
function substituteFindings(problem: PlanningProblem, facts: Previous['facts']): Finding[] {
  const substitute = substituteTown(problem, facts)
  if (substitute === null) return []
  const { lost, town } = substitute
  return [makeFinding('staging-substitute', 'warn', 'movementPlan.stagingAreas', { lost, town })]
}

function nameRoadData({ dataset }: PlanningProblem): ForceAndMovement['movement']['roadData'] {
  if (dataset.roads.length === 0) return { name: '无路网（直线估算）', schematic: true }
  return dataset.roadsSchematic ? { name: '示意路网', schematic: true } : { name: '导入路网', schematic: false }
}
