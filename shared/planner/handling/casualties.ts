import type { CasualtyGap, CasualtyRow, HospitalJudged } from '../../domain/plan/handling-plan.ts'
import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { Finding, Reason } from '../../domain/reason.ts'
import type { TravelService } from '../graph/travel.ts'
import { makeFinding, makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem, WhyChanged } from '../problem.ts'
import { explainHospitals } from '../replan/explain-hospitals.ts'
import { countCasualties, KIND_NAMES, usualKind, type CasualtyCount, type CasualtyKind } from './count-casualties.ts'
import { judgeHospitals, type OpenHospital } from './judge-hospitals.ts'
import {
  bySuitability,
  hospitalRunnersUp,
  isAble,
  lacksDecon,
  sharePatients,
  type HospitalsInForce,
  type PatientShare,
} from './share-patients.ts'

/** Where patients go, who has no bed, and which hospitals were left out. */
export interface CasualtyPlan {
  readonly casualties: CasualtyRow[]
  readonly gaps: CasualtyGap[]
  readonly leftOut: HospitalJudged[]
  readonly findings: Finding[]
  /** Why hospitals take more or fewer than by the version in force. */
  readonly whyChanged: WhyChanged
}

const WHERE = 'handlingPlan.casualties'

/**
 * Sends hurt, poisoned and trapped people by kind to hospitals with beds at the least total ambulance time. With no number
 * known the two most suitable hospitals are warned for at least one patient, and that is said.
 */
export function planCasualties(
  problem: PlanningProblem,
  facts: FactSheet,
  travel: TravelService,
  zones: readonly Zone[],
): CasualtyPlan {
  const counts = countCasualties(facts)
  const { open: hospitals, out } = judgeHospitals(problem, facts, travel, zones)
  const leftOut = [...out]
  const usual = usualKind(facts)
  const inForce = hospitalsInForce(problem)
  if (counts === null || counts.length === 0) {
    const warned = bySuitability(hospitals, usual, inForce).slice(0, ALERTED)
    const reason = makeReason(counts === null ? 'hospital-alert-unknown' : 'hospital-alert-none')
    const shares = warned.map((hospital) => ({ hospital, kind: usual, patients: 1 }))
    const casualties = shares.map((share) => rowOf(facts, share, { shares, hospitals, reasons: [reason] }))
    return {
      casualties,
      whyChanged: explainHospitals(problem, { casualties, leftOut, gain: undefined }),
      gaps: [],
      leftOut,
      findings:
        hospitals.length === 0 ? [makeFinding('hospital-none', 'warn', WHERE, { kind: KIND_NAMES[usual] })] : [],
    }
  }
  const { shares, missing, gain } = sharePatients(counts, hospitals, inForce)
  const totals = new Map(counts.map(({ kind, patients }) => [kind, patients]))
  const casualties = shares.map((share) =>
    rowOf(facts, share, {
      shares,
      hospitals,
      reasons: [
        makeReason('hospital-beds', { freeBeds: share.hospital.row.freeBeds, room: share.hospital.room }),
        makeReason('hospital-share', { kind: KIND_NAMES[share.kind], patients: totals.get(share.kind) ?? 0 }),
      ],
    }),
  )
  return {
    casualties,
    whyChanged: explainHospitals(problem, { casualties, leftOut, gain }),
    gaps: missing.map((count) => gapOf(problem, count, hospitals)),
    leftOut,
    findings: findingsOf(counts, missing, hospitals),
  }
}

const ALERTED = 2

function hospitalsInForce({ inForce, parameters }: PlanningProblem): HospitalsInForce | undefined {
  return inForce === undefined
    ? undefined
    : { rows: inForce.plan.handlingPlan.casualties, changeS: parameters.reporting.changedHospitalS.value }
}

function findingsOf(
  counts: readonly CasualtyCount[],
  missing: readonly CasualtyCount[],
  hospitals: readonly OpenHospital[],
): Finding[] {
  if (missing.length === 0) return []
  if (hospitals.length === 0) {
    const kinds = missing.map(({ kind }) => KIND_NAMES[kind]).join('、')
    return [makeFinding('hospital-none', 'warn', WHERE, { kind: kinds })]
  }
  return [makeFinding('hospital-beds-short', 'warn', WHERE, { patients: sum(counts), missing: sum(missing) })]
}

function gapOf(
  { dataset, parameters }: PlanningProblem,
  { kind, patients }: CasualtyCount,
  hospitals: readonly OpenHospital[],
): CasualtyGap {
  return {
    kind,
    patients,
    reasons: [
      makeReason('hospital-short', {
        kind: KIND_NAMES[kind],
        patients,
        hospitals: hospitals.length,
        room: hospitals.reduce((total, { room }) => total + room, 0),
        most: parameters.reporting.patientsPerHospitalMax.value,
      }),
    ],
    remedies: [
      makeReason('remedy-city-hospitals', { kind: KIND_NAMES[kind] }),
      makeReason('remedy-open-beds'),
      ...(dataset.helipads.length > 0 ? [makeReason('remedy-helicopter')] : []),
    ],
  }
}

function rowOf(
  facts: Pick<FactSheet, 'hazmat'>,
  { hospital, kind, patients }: PatientShare,
  context: {
    readonly shares: readonly PatientShare[]
    readonly hospitals: readonly OpenHospital[]
    readonly reasons: readonly Reason[]
  },
): CasualtyRow {
  const { row, driveS } = hospital
  return {
    hospitalId: row.id,
    hospitalName: row.name,
    patients,
    kind,
    phone: row.phone,
    reasons: [
      makeReason(isAble(hospital, kind) ? 'hospital-able' : 'hospital-overflow', { kind: KIND_NAMES[kind] }),
      makeReason('hospital-drive', { minutes: Math.ceil(driveS / 60) }),
      ...context.reasons,
      ...(lacksDecon(hospital, kind) ? [makeReason('hospital-decon-first')] : []),
      ...(isDirty(facts, kind) ? [makeReason('hospital-dirty')] : []),
    ],
    runnersUp: hospitalRunnersUp(hospital, kind, context),
  }
}

/** Wounded and burned people of a toxic incident carry the poison with them. */
function isDirty({ hazmat }: Pick<FactSheet, 'hazmat'>, kind: CasualtyKind): boolean {
  return hazmat?.toxic === true && kind !== 'toxicology'
}

function sum(counts: readonly CasualtyCount[]): number {
  return counts.reduce((total, { patients }) => total + patients, 0)
}
