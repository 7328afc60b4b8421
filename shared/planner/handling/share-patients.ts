import type { CasualtyRow, HospitalJudged } from '../../domain/plan/handling-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { sortedBy } from '../../kernel/order.ts'
import { placeAgainst, type HeldFlow, type PlacedAgainst } from '../evacuation/place-against.ts'
import { placeAtLeastCost, type FlowArc } from '../evacuation/transport-flow.ts'
import { makeReason } from '../reason.ts'
import { KIND_NAMES, type CasualtyCount, type CasualtyKind } from './count-casualties.ts'
import type { OpenHospital } from './judge-hospitals.ts'

/** Patients of one kind that one hospital takes. */
export interface PatientShare {
  readonly hospital: OpenHospital
  readonly kind: CasualtyKind
  readonly patients: number
}

/** Patients the version in force sends to hospitals, and the seconds sending one of them elsewhere must save. */
export interface HospitalsInForce {
  readonly rows: readonly Pick<CasualtyRow, 'hospitalId' | 'kind' | 'patients'>[]
  readonly changeS: number
}

/** A hospital without the ward is used only when none with it has room (design rule): above any drive, seconds. */
const NO_WARD_S = 1_000_000
/** Poisoned people go where they can be washed before they enter (design rule), seconds. */
const NO_DECON_S = 100_000

/** True when the hospital is registered as treating this kind; trauma is treated by all. */
export function isAble({ row }: OpenHospital, kind: CasualtyKind): boolean {
  return kind === 'trauma' || (kind === 'toxicology' ? row.toxicology === 1 : row.burns === 1)
}

/**
 * All patients over the free beds at the least total of ambulance seconds, wards and washing places first: exact. With too
 * few beds the kinds given first are served first; who is left over comes back by kind. Hospitals of the version in force
 * keep their patients unless they may not be used any more or another saves more than `changeS` for each (design rule).
 */
export function sharePatients(
  counts: readonly CasualtyCount[],
  hospitals: readonly OpenHospital[],
  inForce?: HospitalsInForce,
): { shares: readonly PatientShare[]; missing: readonly CasualtyCount[]; gain: PlacedAgainst['gain'] } {
  const arcs = counts.flatMap(({ kind }, source) =>
    hospitals.map((hospital, sink): FlowArc => ({ source, sink, cost: priceOf(hospital, kind) })),
  )
  const numbers = {
    supplies: counts.map(({ patients }) => patients),
    capacities: hospitals.map(({ room }) => room),
    arcs,
  }
  const { flows, gain }: PlacedAgainst =
    inForce === undefined
      ? placeAtLeastCost(numbers.supplies, numbers.capacities, arcs)
      : placeAgainst(numbers, { held: heldBy(inForce, counts, hospitals, arcs), changeS: inForce.changeS }, 0)
  const shares = flows.flatMap(({ arc, amount }): PatientShare[] => {
    const hospital = hospitals[arc.sink]
    const count = counts[arc.source]
    return hospital === undefined || count === undefined ? [] : [{ hospital, kind: count.kind, patients: amount }]
  })
  const order = new Map(counts.map(({ kind }, index) => [kind, index]))
  return {
    gain,
    shares: sortedBy(shares, ({ hospital, kind }) => [order.get(kind) ?? 0, priceOf(hospital, kind), hospital.row.id]),
    missing: counts.flatMap(({ kind, patients }) => {
      const placed = shares.filter((share) => share.kind === kind).reduce((sum, share) => sum + share.patients, 0)
      return placed < patients ? [{ kind, patients: patients - placed }] : []
    }),
  }
}

function heldBy(
  { rows }: HospitalsInForce,
  counts: readonly CasualtyCount[],
  hospitals: readonly OpenHospital[],
  arcs: readonly FlowArc[],
): HeldFlow[] {
  return arcs.flatMap((arc): HeldFlow[] => {
    const [kind, id] = [counts[arc.source]?.kind, hospitals[arc.sink]?.row.id]
    const people = rows
      .filter((row) => row.kind === kind && row.hospitalId === id)
      .reduce((sum, row) => sum + row.patients, 0)
    return people === 0 ? [] : [{ arc, people, underWay: 0 }]
  })
}

/** Hospitals by how well they suit a kind, best first; those of the version in force by the price of a change sooner. */
export function bySuitability(
  hospitals: readonly OpenHospital[],
  kind: CasualtyKind,
  inForce?: HospitalsInForce,
): OpenHospital[] {
  const told = new Set((inForce?.rows ?? []).map(({ hospitalId }) => hospitalId))
  const changeOf = ({ row }: OpenHospital): number => (told.has(row.id) ? 0 : (inForce?.changeS ?? 0))
  return sortedBy(hospitals, (hospital) => [priceOf(hospital, kind) + changeOf(hospital), hospital.row.id])
}

const RUNNERS_UP = 5

/** The best hospitals that got no patient of this kind, and why not. */
export function hospitalRunnersUp(
  chosen: OpenHospital,
  kind: CasualtyKind,
  { shares, hospitals }: { shares: readonly PatientShare[]; hospitals: readonly OpenHospital[] },
): HospitalJudged[] {
  const used = new Set(shares.filter((share) => share.kind === kind).map((share) => share.hospital.row.id))
  return bySuitability(hospitals, kind)
    .filter(({ row }) => !used.has(row.id) && row.id !== chosen.row.id)
    .slice(0, RUNNERS_UP)
    .map((hospital) => ({
      hospitalId: hospital.row.id,
      hospitalName: hospital.row.name,
      reasons: [whyNot(hospital, { chosen, kind, shares })],
    }))
}

function whyNot(
  hospital: OpenHospital,
  { chosen, kind, shares }: { chosen: OpenHospital; kind: CasualtyKind; shares: readonly PatientShare[] },
): Reason {
  const minutes = Math.ceil(hospital.driveS / 60)
  const taken = shares
    .filter((share) => share.hospital.row.id === hospital.row.id)
    .reduce((sum, share) => sum + share.patients, 0)
  if (isAble(chosen, kind) && !isAble(hospital, kind))
    return makeReason('hospital-next-unable', { minutes, kind: KIND_NAMES[kind] })
  if (taken >= hospital.room) return makeReason('hospital-next-full', { minutes, room: hospital.room })
  if (lacksDecon(hospital, kind) && !lacksDecon(chosen, kind)) return makeReason('hospital-next-decon', { minutes })
  const more = minutes - Math.ceil(chosen.driveS / 60)
  return more >= 0
    ? makeReason('hospital-next-farther', { minutes, more, kind: KIND_NAMES[kind], chosen: chosen.row.name })
    : makeReason('hospital-next-total', { minutes })
}

/** True for poisoned people where they cannot be washed. */
export function lacksDecon({ row }: OpenHospital, kind: CasualtyKind): boolean {
  return kind === 'toxicology' && row.decontamination !== 1
}

function priceOf(hospital: OpenHospital, kind: CasualtyKind): number {
  return hospital.driveS + (isAble(hospital, kind) ? 0 : NO_WARD_S) + (lacksDecon(hospital, kind) ? NO_DECON_S : 0)
}
