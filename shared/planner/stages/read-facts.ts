import { cutOffFindings } from '../cut-off/cut-off-findings.ts'
import { readCutOffTowns } from '../cut-off/read-cut-off.ts'
import type { FactSheet, PlanningProblem, StageResult } from '../problem.ts'
import { readFactRanges } from '../situation/fact-ranges.ts'
import { findTown } from '../situation/find-town.ts'
import { listUnknowns } from '../situation/list-unknowns.ts'
import { plannerTime } from '../situation/planner-time.ts'
import { readHazmat } from '../situation/read-hazmat.ts'
import { sunTimes } from '../situation/sun.ts'
import { findUnusedFacts } from '../situation/unused-facts.ts'
import { windFacts } from '../situation/wind.ts'

/** Reads the incident in the planner's terms: time, night, town, wind, ranges, hazmat, and what is not known. */
export function readFacts(problem: PlanningProblem): StageResult<FactSheet> {
  const { incident, dataset } = problem
  const { epochS, offsetMin } = plannerTime(incident)
  const scene = { lng: incident.location.lng, lat: incident.location.lat }
  const sun = sunTimes(scene, epochS, offsetMin)
  const facts = readFactRanges(incident)
  const hazmat = readHazmat(incident, problem.hazmat)
  const wind = windFacts(incident.weather ?? {}, problem.parameters.zones)
  const value: FactSheet = {
    type: incident.type,
    nowS: epochS,
    offsetMin,
    scene,
    uncertaintyM: Math.round(incident.location.uncertaintyM ?? 0),
    town: findTown(scene, dataset),
    night: sun.night,
    sunriseS: sun.sunriseS,
    sunsetS: sun.sunsetS,
    wind,
    facts,
    signal: incident.weather?.signal ?? null,
    signalKind: incident.weather?.signalKind ?? null,
    buildingFloors: incident.building?.floors ?? null,
    hazmat,
    cutOffTowns: readCutOffTowns(incident, epochS),
    unknowns: listUnknowns(incident, { facts, hazmat, wind }),
  }
  return {
    value,
    read: [
      'incident',
      'dataset.areas',
      'dataset.places',
      'hazmat.substances',
      'hazmat.isolation',
      'parameters.zones.minimumUsableWind',
    ],
    notes: [],
    findings: [...findUnusedFacts(incident), ...cutOffFindings(problem, value)],
  }
}
