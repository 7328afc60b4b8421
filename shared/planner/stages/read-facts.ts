import type { Incident } from '../../domain/incident.ts'
import type { Finding } from '../../domain/reason.ts'
import { cutOffFindings } from '../cut-off/cut-off-findings.ts'
import { readCutOffTowns } from '../cut-off/read-cut-off.ts'
import type { FactSheet, PlanningProblem, StageResult } from '../problem.ts'
import { readFactRanges } from '../situation/fact-ranges.ts'
import { findTown } from '../situation/find-town.ts'
import { listUnknowns } from '../situation/list-unknowns.ts'
import { plannerTime } from '../situation/planner-time.ts'
import { readHazmat } from '../situation/read-hazmat.ts'
import { makeFinding } from '../reason.ts'
import { sunTimes } from '../situation/sun.ts'
import { cargoByTrip } from '../situation/tanker-trip.ts'
import { findUnusedFacts } from '../situation/unused-facts.ts'
import { windFacts } from '../situation/wind.ts'

/** Reads the incident in the planner's terms: time, night, town, wind, ranges, hazmat, and what is not known. */
export function readFacts(problem: PlanningProblem): StageResult<FactSheet> {
  const { incident, dataset } = problem
  const { epochS, offsetMin } = plannerTime(incident)
  const scene = { lng: incident.location.lng, lat: incident.location.lat }
  const sun = sunTimes(scene, epochS, offsetMin)
  const facts = readFactRanges(incident)
  const cargo = cargoByTrip(problem)
  const hazmat = readHazmat(cargo === null ? incident : withCargo(incident, cargo), problem.hazmat)
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
      'dataset.tankerTrips',
    ],
    notes: [],
    findings: [...findUnusedFacts(incident), ...cutOffFindings(problem, value), ...cargoFindings(cargo)],
  }
}

type Cargo = NonNullable<ReturnType<typeof cargoByTrip>>

/** The incident with what the waybill says where nothing was reported. */
function withCargo(incident: Incident, cargo: Cargo): Incident {
  const quantityT = incident.hazmat?.quantityT ?? cargo.quantityT
  return { ...incident, hazmat: { ...incident.hazmat, un: cargo.un, quantityT } }
}

function cargoFindings(cargo: Cargo | null): Finding[] {
  if (cargo === null) return []
  const { plate, un } = cargo
  return [makeFinding('substance-by-trip', 'warn', 'incident.hazmat.un', { plate, cargo: cargo.cargo, un })]
}
