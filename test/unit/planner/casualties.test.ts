import { expect, it } from 'vitest'
import { straightTravel } from '#test/builders/care-builders.ts'
import { anIncident, aSituation, aSituationDataset, factsOf } from '#test/builders/situation-builders.ts'
import type { HospitalRow } from '#shared/domain/dataset/tables.ts'
import type { Incident } from '#shared/domain/incident.ts'
import type { Zone } from '#shared/domain/plan/dispatch-plan.ts'
import type { TravelService } from '#shared/planner/graph/travel.ts'
import { planCasualties, type CasualtyPlan } from '#shared/planner/handling/casualties.ts'
import { sharePatients } from '#shared/planner/handling/share-patients.ts'

const aHospital = (given: Partial<HospitalRow> & { id: string }): HospitalRow => ({
  name: given.id,
  town: '',
  lng: 121.9,
  lat: 29.9,
  beds: 100,
  freeBeds: 20,
  toxicology: 0,
  burns: 0,
  decontamination: 0,
  phone: '0574-1',
  source: '',
  isDemo: 1,
  note: '',
  ...given,
})

function send(
  incident: Incident,
  hospitals: HospitalRow[],
  { travel = straightTravel(), zones = [] }: { travel?: TravelService; zones?: Zone[] } = {},
): CasualtyPlan {
  const problem = aSituation(incident, { dataset: aSituationDataset({ hospitals }) })
  return planCasualties(problem, factsOf(problem), travel, zones)
}

const sent = (plan: CasualtyPlan): [string, number, string][] =>
  plan.casualties.map((row) => [row.hospitalId, row.patients, row.kind])
const codesOf = (reasons: readonly { readonly code: string }[] = []): string[] => reasons.map(({ code }) => code)

const chlorine = (facts: Incident['facts']): Incident =>
  anIncident('hazmat_fixed', { hazmat: { un: '1017', quantityT: 5, spill: 'large', onFire: false }, facts })

it('parts the poisoned from the wounded of a toxic incident once both are counted', () => {
  const plan = send(chlorine({ poisoned: 4, injured: 2 }), [
    aHospital({ id: 'near' }),
    aHospital({ id: 'toxic', lng: 121.97, toxicology: 1, decontamination: 1 }),
  ])
  expect(sent(plan)).toEqual([
    ['toxic', 4, 'toxicology'],
    ['near', 2, 'trauma'],
  ])
  expect(codesOf(plan.casualties[1]?.reasons)).toContain('hospital-dirty')
  expect(codesOf(plan.casualties[0]?.reasons)).not.toContain('hospital-dirty')
})

it('the hurt of a toxic incident count as poisoned while nobody has told them apart', () => {
  const plan = send(chlorine({ injured: 2 }), [aHospital({ id: 'a', toxicology: 1, decontamination: 1 })])
  expect(sent(plan)).toEqual([['a', 2, 'toxicology']])
})

it('burns go to the burns ward although another hospital is nearer, and trauma leaves it its beds', () => {
  const plan = send(anIncident('fire_building', { facts: { injured: 3 } }), [
    aHospital({ id: 'near' }),
    aHospital({ id: 'ward', lng: 121.99, burns: 1 }),
  ])
  expect(sent(plan)).toEqual([['ward', 3, 'burns']])
  expect(plan.casualties[0]?.runnersUp?.map((row) => [row.hospitalId, row.reasons[0]?.code])).toEqual([
    ['near', 'hospital-next-unable'],
  ])
})

it('leaves out hospitals in a zone, cut off, full, without a telephone or reported unavailable, and says which', () => {
  const straight = straightTravel()
  const travel: TravelService = {
    ...straight,
    reachFrom: (origin, profile) => {
      const reach = straight.reachFrom(origin, profile)
      return { ...reach, durationS: (at) => (at.lng > 122 ? null : reach.durationS(at)) }
    },
  }
  const square = (lng: number): Zone => ({
    id: 'z',
    kind: 'collapse',
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [lng - 0.005, 29.89],
          [lng + 0.005, 29.89],
          [lng + 0.005, 29.91],
          [lng - 0.005, 29.91],
          [lng - 0.005, 29.89],
        ],
      ],
    },
    stage: 'initial',
    basis: { source: '', row: '' },
    reasons: [],
  })
  const incident = anIncident('earthquake', { facts: { injured: 1 }, unavailable: ['hospital:away'] })
  const plan = send(
    incident,
    [
      aHospital({ id: 'away' }),
      aHospital({ id: 'cut', lng: 122.01 }),
      aHospital({ id: 'full', freeBeds: 0 }),
      aHospital({ id: 'inside', lng: 121.95 }),
      aHospital({ id: 'mute', phone: '' }),
      aHospital({ id: 'open', lng: 121.8 }),
    ],
    { travel, zones: [square(121.95)] },
  )
  expect(sent(plan)).toEqual([['open', 1, 'trauma']])
  expect(plan.leftOut.map((row) => [row.hospitalId, row.reasons[0]?.code])).toEqual([
    ['away', 'hospital-out-unavailable'],
    ['cut', 'hospital-out-road'],
    ['full', 'hospital-out-full'],
    ['inside', 'hospital-out-zone'],
    ['mute', 'hospital-out-phone'],
  ])
})

it('says by kind who has no bed, and asks the city for hospitals', () => {
  const plan = send(anIncident('earthquake', { facts: { injured: 25 } }), [
    aHospital({ id: 'a' }),
    aHospital({ id: 'b', freeBeds: null }),
  ])
  expect(sent(plan).reduce((sum, [, patients]) => sum + patients, 0)).toBe(12)
  expect(plan.gaps.map((gap) => [gap.kind, gap.patients])).toEqual([['trauma', 13]])
  expect(codesOf(plan.gaps[0]?.remedies)).toContain('remedy-city-hospitals')
  expect(codesOf(plan.findings)).toEqual(['hospital-beds-short'])
  expect(codesOf(send(anIncident('earthquake', { facts: { injured: 2 } }), [aHospital({ id: 'a' })]).findings)).toEqual(
    [],
  )
})

it('without any hospital everybody is a gap, not nobody', () => {
  const plan = send(anIncident('earthquake', { facts: { injured: 25 } }), [])
  expect(plan.gaps.map((gap) => gap.patients)).toEqual([25])
  expect(codesOf(plan.findings)).toEqual(['hospital-none'])
})

it('shares beds at the least total of ambulance seconds, equal to trying every split', () => {
  const open = [
    { row: aHospital({ id: 'a', burns: 1 }), driveS: 300, room: 3 },
    { row: aHospital({ id: 'b', burns: 1 }), driveS: 420, room: 4 },
    { row: aHospital({ id: 'c' }), driveS: 900, room: 9 },
  ]
  const { shares } = sharePatients(
    [
      { kind: 'burns', patients: 5 },
      { kind: 'trauma', patients: 4 },
    ],
    open,
  )
  const total = shares.reduce((sum, share) => sum + share.patients * share.hospital.driveS, 0)
  let least = Infinity
  for (let burnsA = 0; burnsA <= 3; burnsA += 1) {
    const burnsB = 5 - burnsA
    if (burnsB > 4) continue
    for (let traumaA = 0; traumaA <= 3 - burnsA; traumaA += 1) {
      for (let traumaB = 0; traumaB <= 4 - burnsB && traumaA + traumaB <= 4; traumaB += 1) {
        const far = 4 - traumaA - traumaB
        least = Math.min(least, (burnsA + traumaA) * 300 + (burnsB + traumaB) * 420 + far * 900)
      }
    }
  }
  expect(total).toBe(least)
  expect(shares.filter((share) => share.kind === 'burns').every((share) => share.hospital.row.burns === 1)).toBe(true)
})

it('keeps patients at the hospital of the version in force until another saves five minutes for each', () => {
  const open = (nearS: number): Parameters<typeof sharePatients>[1] => [
    { row: aHospital({ id: 'told' }), driveS: 900, room: 10 },
    { row: aHospital({ id: 'new' }), driveS: nearS, room: 10 },
  ]
  const inForce = { rows: [{ hospitalId: 'told', kind: 'trauma' as const, patients: 4 }], changeS: 300 }
  const sharesOf = (nearS: number): [string, number][] =>
    sharePatients([{ kind: 'trauma', patients: 6 }], open(nearS), inForce).shares.map(({ hospital, patients }) => [
      hospital.row.id,
      patients,
    ])
  // Two more patients than before are free to go to the nearer one.
  expect(sharesOf(600)).toEqual([
    ['new', 2],
    ['told', 4],
  ])
  expect(sharesOf(599)).toEqual([['new', 6]])
  expect(sharePatients([{ kind: 'trauma', patients: 4 }], open(500), inForce).gain).toEqual({
    savedS: 1600,
    priceS: 1200,
    people: 4,
  })
})
