import type { HandlingPlan } from '../../domain/plan/handling-plan.ts'
import type { HospitalRow } from '../../domain/dataset/tables.ts'
import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { TravelService } from '../graph/travel.ts'
import { worstOf } from '../formula/fact-scope.ts'
import { unavailableIds } from '../people/unavailable.ts'
import { isInAny } from '../evacuation/zone-people.ts'
import { makeFinding, makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'

type Casualties = HandlingPlan['casualties']
type Kind = 'toxicology' | 'burns' | 'general'

const KIND_NAMES: Readonly<Record<Kind, string>> = { toxicology: '中毒救治', burns: '烧伤救治', general: '创伤急救' }
const BURN_TYPES: ReadonlySet<string> = new Set([
  'fire_building',
  'fire_highrise',
  'fire_industrial',
  'forest_fire',
  'gas_supply',
  'tunnel',
])

/**
 * Sends hurt and trapped people to hospitals able to treat them, nearest first, within free beds and a limit a hospital.
 * With no number known the nearest able hospital is warned for at least one patient, and that is said.
 */
export function planCasualties(
  problem: PlanningProblem,
  facts: FactSheet,
  travel: TravelService,
  zones: readonly Zone[],
): { casualties: Casualties; findings: Finding[] } {
  const kind = kindOf(facts)
  const hurt = hurtPeople(facts)
  const hospitals = rankHospitals(problem, facts, { kind, travel, zones })
  if (hospitals.length === 0)
    return {
      casualties: [],
      findings: [makeFinding('hospital-none', 'warn', 'handlingPlan.casualties', { kind: KIND_NAMES[kind] })],
    }
  if (hurt === null || hurt === 0)
    return { casualties: hospitals.slice(0, 2).map((entry) => alertOf(entry, kind, hurt)), findings: [] }
  const casualties: Casualties = []
  let left = hurt
  for (const entry of hospitals) {
    const patients = Math.min(left, entry.room)
    if (patients <= 0) continue
    casualties.push(
      rowOf(entry, kind, patients, [makeReason('hospital-beds', { freeBeds: entry.row.freeBeds, room: entry.room })]),
    )
    left -= patients
    if (left <= 0) break
  }
  const findings =
    left > 0
      ? [makeFinding('hospital-beds-short', 'warn', 'handlingPlan.casualties', { patients: hurt, missing: left })]
      : []
  return { casualties, findings }
}

interface RankedHospital {
  readonly row: HospitalRow
  readonly driveS: number | null
  readonly room: number
  readonly able: boolean
}

function kindOf(facts: FactSheet): Kind {
  if (facts.hazmat?.toxic === true || facts.type === 'confined_space') return 'toxicology'
  return BURN_TYPES.has(facts.type) || facts.hazmat?.onFire === true ? 'burns' : 'general'
}

/** Hurt, poisoned and trapped people by the worst report; null when nothing is known. */
function hurtPeople(facts: FactSheet): number | null {
  const { injured, seriousInjuries, poisoned, trapped } = facts.facts
  const known = [injured, seriousInjuries, poisoned, trapped].map(worstOf).filter((value) => value !== null)
  return known.length === 0 ? null : Math.ceil(known.reduce((sum, value) => sum + value, 0))
}

function rankHospitals(
  problem: PlanningProblem,
  facts: FactSheet,
  { kind, travel, zones }: { kind: Kind; travel: TravelService; zones: readonly Zone[] },
): RankedHospital[] {
  const away = unavailableIds(problem.incident, 'hospital')
  const { patientsPerHospitalMax, bedsWhenUnknown } = problem.parameters.reporting
  const reach = travel.reachFrom(facts.scene, travel.profileOf('ambulance'))
  const rows = problem.dataset.hospitals
    .filter((row) => !away.has(row.id) && row.phone !== '' && !isInAny(row, zones))
    .map((row) => ({
      row,
      driveS: reach.durationS(row),
      room: Math.min(row.freeBeds ?? bedsWhenUnknown.value, patientsPerHospitalMax.value),
      able: kind === 'general' || (kind === 'toxicology' ? row.toxicology === 1 : row.burns === 1),
    }))
  return sortedBy(
    rows.filter((entry) => entry.room > 0),
    (entry) => [
      entry.able ? 0 : 1,
      // Poisoned people go where they can be washed before they enter.
      kind === 'toxicology' && entry.row.decontamination !== 1 ? 1 : 0,
      entry.driveS ?? Number.MAX_SAFE_INTEGER,
      entry.row.id,
    ],
  )
}

function rowOf(
  entry: RankedHospital,
  kind: Kind,
  patients: number,
  reasons: Casualties[number]['reasons'],
): Casualties[number] {
  return {
    hospitalId: entry.row.id,
    hospitalName: entry.row.name,
    patients,
    kind,
    phone: entry.row.phone,
    reasons: [
      makeReason(entry.able ? 'hospital-able' : 'hospital-overflow', { kind: KIND_NAMES[kind] }),
      entry.driveS === null
        ? makeReason('hospital-no-road')
        : makeReason('hospital-drive', { minutes: Math.ceil(entry.driveS / 60) }),
      ...reasons,
      ...(kind === 'toxicology' && entry.row.decontamination !== 1 ? [makeReason('hospital-decon-first')] : []),
    ],
  }
}

function alertOf(entry: RankedHospital, kind: Kind, hurt: number | null): Casualties[number] {
  return rowOf(entry, kind, 1, [makeReason(hurt === null ? 'hospital-alert-unknown' : 'hospital-alert-none')])
}
