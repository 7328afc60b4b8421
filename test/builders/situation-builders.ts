import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadParameters } from '#electron/core/planning/load-references.ts'
import { readHazmatTables } from '#electron/core/planning/read-hazmat-tables.ts'
import type { Area, Dataset } from '#shared/domain/dataset/dataset.ts'
import type { HazmatTables } from '#shared/domain/hazmat.ts'
import { Incident } from '#shared/domain/incident.ts'
import type { IncidentType } from '#shared/domain/taxonomy.ts'
import type { FactSheet, Grading, PlanningProblem, StageValues } from '#shared/planner/problem.ts'
import { grade } from '#shared/planner/stages/grade.ts'
import { matchContingencyPlans } from '#shared/planner/stages/match-contingency-plans.ts'
import { readFacts } from '#shared/planner/stages/read-facts.ts'

const RESOURCES = join(import.meta.dirname, '../../resources')

/** The hazmat handbook as shipped. */
export const HAZMAT: HazmatTables = readHazmatTables({
  table1: resource('hazmat/erg2024-table1-isolation.json'),
  table2: resource('hazmat/erg2024-table2-water-reactive.json'),
  table3: resource('hazmat/erg2024-table3-large-spill.json'),
  index: resource('hazmat/erg2024-index.json'),
  core: resource('hazmat/dg-core-zh.csv'),
  hmt: resource('hazmat/hmt-49cfr172.101-2019.csv'),
})

const PARAMETERS = loadParameters(RESOURCES)

function resource(path: string): string {
  return readFileSync(join(RESOURCES, path), 'utf8')
}

/** A rectangle as an area. */
export function anArea(area: {
  code: string
  name: string
  level: string
  box: readonly [number, number, number, number]
}): Area {
  const [west, south, east, north] = area.box
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { code: area.code, name: area.name, level: area.level, polygons: [[ring]] }
}

const EMPTY_TABLES = {
  organisations: [],
  people: [],
  rosters: [],
  teams: [],
  vehicles: [],
  teamKit: [],
  hospitals: [],
  carriers: [],
  plants: [],
  tankerTrips: [],
  workPermits: [],
  stores: [],
  stock: [],
  shelters: [],
  shelterZones: [],
  populationPoints: [],
  evacuees: [],
  hazardSources: [],
  targets: [],
  helipads: [],
  cameras: [],
  waterPoints: [],
  places: [],
}

/** A data set with one district of two towns around Beilun and nothing else. */
export function aSituationDataset(given: Partial<Dataset> = {}): Dataset {
  return {
    ...EMPTY_TABLES,
    head: {
      schema: 'dataset/1',
      id: 'beilun',
      name: '北仑（测试）',
      region: '北仑区',
      asOf: '2026-01-01',
      isDemo: true,
      sources: [],
    },
    version: 'sha256:test',
    roads: [],
    roadsSchematic: true,
    areas: [
      anArea({ code: '330206', name: '北仑区', level: 'district', box: [121.65, 29.7, 122.15, 30] }),
      anArea({ code: '330206007', name: '霞浦街道', level: 'town', box: [121.86, 29.86, 121.9, 29.92] }),
      anArea({ code: '330206008', name: '柴桥街道', level: 'town', box: [121.9, 29.83, 121.96, 29.92] }),
    ],
    riskAreas: [],
    ...given,
  }
}

/** A valid incident of a type; a test states only what matters. */
export function anIncident(type: IncidentType, given: Readonly<Record<string, unknown>> = {}): Incident {
  return Incident.parse({
    schema: 'incident/1',
    type,
    occurredAt: '2026-07-14T10:20:00+08:00',
    location: { lng: 121.885, lat: 29.88 },
    ...given,
  })
}

/** A planning problem around an incident, with the shipped parameters and handbook. */
export function aSituation(incident: Incident, given: Partial<PlanningProblem> = {}): PlanningProblem {
  return {
    incident,
    dataset: aSituationDataset(),
    parameters: PARAMETERS,
    hazmat: HAZMAT,
    library: { plans: [] },
    ...given,
  }
}

/** The fact sheet of an incident. */
export function factsOf(problem: PlanningProblem): FactSheet {
  return readFacts(problem).value
}

/** The contingency plans that match an incident. */
export function matchedOf(problem: PlanningProblem): StageValues['contingencyPlans'] {
  return matchContingencyPlans(problem, { facts: factsOf(problem), grading: gradingOf(problem) }).value
}

/** The grading of an incident. */
export function gradingOf(problem: PlanningProblem): Grading {
  return grade(problem, { facts: factsOf(problem) }).value
}
