import { join } from 'node:path'
import { loadContingencyPlans } from '#electron/core/planning/load-references.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type {
  CarrierRow,
  PersonRow,
  PopulationPointRow,
  RosterRow,
  ShelterRow,
  StockRow,
  StoreRow,
  TeamRow,
} from '#shared/domain/dataset/tables.ts'
import type { ContingencyPlanLibrary } from '#shared/domain/contingency-plan.ts'
import { distanceM, isInside, type LngLat } from '#shared/kernel/geo.ts'
import type { Reach, VehicleProfile } from '#shared/planner/graph/travel.ts'
import type { AvoidingTravel } from '#shared/planner/travel/road-travel.ts'

/** The contingency plans as shipped. */
export const LIBRARY: ContingencyPlanLibrary = loadContingencyPlans(
  join(import.meta.dirname, '../../resources/contingency-plans'),
)

const TAIL = { source: 'test', isDemo: 1, note: '' }

export function aPoint(given: Partial<PopulationPointRow> & { id: string }): PopulationPointRow {
  return {
    name: given.id,
    town: '霞浦街道',
    lng: 121.885,
    lat: 29.88,
    people: 100,
    peopleNight: null,
    specialNeeds: 0,
    infants: null,
    elderly: null,
    patients: null,
    hazard: '',
    personInCharge: '张村长',
    phone: '13800000001',
    code: '',
    list: 'resident',
    ...TAIL,
    ...given,
  }
}

export function aShelter(given: Partial<ShelterRow> & { id: string }): ShelterRow {
  return {
    name: given.id,
    tier: 'street',
    town: '霞浦街道',
    lng: 121.87,
    lat: 29.91,
    capacity: 500,
    occupied: 0,
    standardised: 1,
    video: 1,
    phone: '0574-1',
    notFor: [],
    state: '',
    personInCharge: '',
    ...TAIL,
    ...given,
  }
}

export function aBusPark(given: Partial<CarrierRow> & { id: string }): CarrierRow {
  return {
    name: given.id,
    kind: 'bus',
    town: '霞浦街道',
    lng: 121.88,
    lat: 29.9,
    seats: 40,
    count: 10,
    phone: '0574-2',
    greenPass: 1,
    ...TAIL,
    ...given,
  }
}

export function aPerson(given: Partial<PersonRow> & { id: string }): PersonRow {
  return {
    name: `姓名${given.id}`,
    organisation: '测试局',
    post: '',
    phone: `138-${given.id}`,
    specialties: [],
    isExpert: 0,
    lng: null,
    lat: null,
    hazards: [],
    ...TAIL,
    ...given,
  }
}

export function aTeam(given: Partial<TeamRow> & { id: string }): TeamRow {
  return {
    name: given.id,
    type: 'GOV_FT',
    tier: 'district',
    town: '霞浦街道',
    lng: 121.9,
    lat: 29.88,
    personnel: 20,
    onDuty: 10,
    turnoutS: 60,
    phone: `0574-${given.id}`,
    capabilities: [{ capability: 'FIRE_BLDG', quantity: 2 }],
    awayUntil: '',
    awayWhere: '',
    ...TAIL,
    ...given,
  }
}

export function aStore(given: Partial<StoreRow> & { id: string }): StoreRow {
  return {
    name: given.id,
    tier: 'street',
    town: '霞浦街道',
    owner: '',
    lng: 121.88,
    lat: 29.9,
    areaM2: null,
    keeper: '库管',
    phone: '0574-3',
    reserveShare: 0,
    shelterId: '',
    ...TAIL,
    ...given,
  }
}

export function aLot(given: Partial<StockRow> & { lotId: string; storeId: string }): StockRow {
  return {
    itemCode: 'LIFE_WATER_L',
    gb38565: '',
    item: '饮用水',
    quantity: 1200,
    unit: '升',
    madeOn: '2026-01-01',
    expiresOn: '2027-01-01',
    checkedOn: '',
    status: '在库',
    ownership: '',
    belongsTo: '',
    document: '',
    returnBy: '',
    splitFrom: '',
    holder: '',
    signedBy: '',
    stepDocument: '',
    writeOffCause: '',
    handledBy: '',
    checkedBy: '',
    ...TAIL,
    ...given,
  }
}

/** A roster on which every post of both headquarters is held all week, by day `d-…` and by night `n-…`. */
export function aFullRoster(skip: readonly string[] = []): Pick<Dataset, 'people' | 'rosters'> {
  const posts = new Set(
    [
      ...LIBRARY.plans.flatMap((plan) => plan.posts.flatMap((entry) => [entry.post, entry.deputyPost])),
      ...LIBRARY.plans.flatMap((plan) => plan.workGroups.flatMap(({ code }) => [code, `${code}_DEPUTY`])),
      'STREET_DUTY:霞浦街道',
      'STREET_LEADER:霞浦街道',
    ].filter((post) => !skip.includes(post)),
  )
  const rosters: RosterRow[] = []
  const people: PersonRow[] = []
  for (const post of posts) {
    for (const shift of ['day', 'night'] as const) {
      const id = `${shift === 'day' ? 'd' : 'n'}-${post}`
      people.push(aPerson({ id }))
      for (const date of ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']) {
        rosters.push({ date, shift, post, personId: id, organisation: '测试局', ...TAIL })
      }
    }
  }
  return { people, rosters }
}

const SPEED_MS = 10

/** Travel in straight lines at 10 m/s; a `blocked` place is reached by nobody. */
export function straightTravel(blocked: (position: LngLat) => boolean = () => false): AvoidingTravel {
  const reach = (centre: LngLat): Reach => ({
    durationS: (position) =>
      blocked(position) || blocked(centre) ? null : Math.round(distanceM(centre, position) / SPEED_MS),
    route: (position) =>
      blocked(position) || blocked(centre)
        ? null
        : {
            distanceM: Math.round(distanceM(centre, position)),
            durationS: Math.round(distanceM(centre, position) / SPEED_MS),
            geometry: {
              type: 'LineString',
              coordinates: [
                [centre.lng, centre.lat],
                [position.lng, position.lat],
              ],
            },
            roads: [],
            roadIds: [],
            steps: [],
            approximate: true,
          },
  })
  const profile = (code: VehicleProfile['code']): VehicleProfile => ({
    code,
    speedKmh: 36,
    factor: 1,
    heightM: 3,
    weightT: 10,
    carriesHazmat: false,
    wadingCm: 30,
  })
  return {
    reachTo: reach,
    reachFrom: reach,
    profileOf: profile,
    closures: [],
    avoiding: (shapes) => straightTravel((at) => blocked(at) || shapes.some((shape) => isInside(at, shape))),
  }
}
