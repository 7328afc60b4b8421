import { join } from 'node:path'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { TeamRow, VehicleRow } from '#shared/domain/dataset/tables.ts'
import type { Incident } from '#shared/domain/incident.ts'
import type { Demand } from '#shared/domain/plan/force-plan.ts'
import type { Zone } from '#shared/domain/plan/dispatch-plan.ts'
import type { FactSheet, ForceAndMovement, PlanningProblem, StageResult } from '#shared/planner/problem.ts'
import { assignAndMove } from '#shared/planner/stages/assign-and-move.ts'
import { buildTravel } from '#shared/planner/stages/build-travel.ts'
import { drawZones } from '#shared/planner/stages/draw-zones.ts'
import type { RoadTravel } from '#shared/planner/travel/road-travel.ts'
import { aSituation, aSituationDataset, factsOf, gradingOf } from '#test/builders/situation-builders.ts'

/** The shipped Beilun data set, read once. */
export const BEILUN: Dataset = loadDatasetFolder(join(import.meta.dirname, '../../resources/datasets/beilun')).dataset

/** A full-time station of the district with five people on duty. */
export function aTeam(team: Partial<TeamRow> & Pick<TeamRow, 'id'>): TeamRow {
  return {
    name: `队伍${team.id}`,
    type: 'GOV_FT',
    tier: 'district',
    town: '霞浦街道',
    lng: 121.9,
    lat: 29.9,
    personnel: 20,
    onDuty: 20,
    turnoutS: 60,
    phone: '0574-86000000',
    capabilities: [],
    awayUntil: '',
    awayWhere: '',
    source: '',
    isDemo: 1,
    note: '',
    ...team,
  }
}

/** An engine that can go. */
export function aVehicle(vehicle: Partial<VehicleRow> & Pick<VehicleRow, 'id' | 'teamId'>): VehicleRow {
  return {
    kind: 'TANKER',
    name: '水罐消防车',
    plate: '',
    crew: 5,
    speedKmh: 80,
    heightM: 3.5,
    weightT: 19,
    capabilities: [],
    status: 'ready',
    reachM: null,
    waterT: null,
    source: '',
    isDemo: 1,
    note: '',
    ...vehicle,
  }
}

/** A demand of one hot-zone unit in 15 minutes. */
export function aDemand(demand: Partial<Demand> & Pick<Demand, 'id'>): Demand {
  return {
    quantity: 1,
    byS: 900,
    formula: '1',
    inputs: {},
    hq: 'tactical',
    role: '处置',
    hotZone: false,
    basis: [],
    ...demand,
  }
}

/** An incident in the shipped Beilun data set, with other tables where the test gives them. */
export function inBeilun(incident: Incident, tables: Partial<Dataset> = {}): PlanningProblem {
  return aSituation(incident, { dataset: { ...BEILUN, ...tables } })
}

/** An incident in an empty district without roads: times are straight lines. */
export function inOpenCountry(incident: Incident, tables: Partial<Dataset> = {}): PlanningProblem {
  return aSituation(incident, { dataset: aSituationDataset(tables) })
}

/** What the stages of travel, forces and movement make of a problem. */
export interface Planned extends StageResult<ForceAndMovement> {
  readonly facts: FactSheet
  readonly zones: readonly Zone[]
  readonly travel: StageResult<RoadTravel>
}

/** Runs travel, forces and movement with the given demand. */
export function planForces(problem: PlanningProblem, demand: readonly Demand[]): Planned {
  const facts = factsOf(problem)
  const zones = drawZones(problem, { facts }).value
  const travel = buildTravel(problem, { facts })
  const result = assignAndMove(problem, { facts, grading: gradingOf(problem), zones, demand, travel: travel.value })
  return { ...result, facts, zones, travel }
}
