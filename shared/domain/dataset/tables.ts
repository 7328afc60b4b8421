import { STORE_TIERS, TEAM_TIERS, TEAM_TYPES, VEHICLE_KINDS } from '../taxonomy.ts'
import {
  capabilityList,
  count,
  flag,
  latitude,
  list,
  longitude,
  number,
  oneOf,
  optionalCount,
  optionalDate,
  optionalLatitude,
  optionalLongitude,
  optionalNumber,
  optionalOneOf,
  optionalText,
  text,
} from './cells.ts'
import { place } from './place-columns.ts'
import { POINT_TABLES } from './point-tables.ts'
import { KIT_STATUSES, POPULATION_HAZARDS, POPULATION_LISTS, SHELTER_STATES } from './row-choices.ts'
import { STOCK_TABLE } from './stock-table.ts'
import { table, type RowOf } from './table-definition.ts'

/** Every table of a data set (contract section 4). The order is the order of import: referenced tables first. */
export const TABLES = {
  organisations: table(
    'organisations.csv',
    '单位',
    {
      id: text(),
      name: text(),
      kind: text(),
      parent_id: optionalText(),
      phone: optionalText(),
    },
    { references: { parent_id: 'organisations' } },
  ),
  people: table('people.csv', '人员', {
    id: text(),
    name: text(),
    organisation: optionalText(),
    post: optionalText(),
    phone: optionalText(),
    specialties: list(),
    is_expert: flag(),
    lng: optionalLongitude(),
    lat: optionalLatitude(),
    hazards: list(),
  }),
  rosters: table(
    'rosters.csv',
    '值班表',
    {
      date: text(),
      shift: oneOf(['day', 'night']),
      post: text(),
      person_id: text(),
      organisation: optionalText(),
    },
    { key: ['date', 'shift', 'post', 'person_id'], references: { person_id: 'people' } },
  ),
  teams: table('teams.csv', '救援队伍', {
    id: text(),
    name: text(),
    type: oneOf(TEAM_TYPES),
    tier: oneOf(TEAM_TIERS),
    ...place,
    personnel: count(),
    on_duty: count(),
    turnout_s: count(),
    phone: optionalText(),
    capabilities: capabilityList(),
    /** Lent out up to and including this day. */
    away_until: optionalDate(),
    away_where: optionalText(),
  }),
  vehicles: table(
    'vehicles.csv',
    '车辆',
    {
      id: text(),
      team_id: text(),
      kind: oneOf(VEHICLE_KINDS),
      name: optionalText(),
      plate: optionalText(),
      crew: count(),
      speed_kmh: optionalNumber(1, 200),
      height_m: optionalNumber(0, 10),
      weight_t: optionalNumber(0, 200),
      capabilities: capabilityList(),
      status: optionalText(),
      reach_m: optionalNumber(0, 120),
      water_t: optionalNumber(0, 60),
    },
    { references: { team_id: 'teams' } },
  ),
  teamKit: table(
    'team_kit.csv',
    '队伍装备',
    {
      id: text(),
      team_id: text(),
      item_code: optionalText(),
      item: text(),
      quantity: number(0, 1e6),
      unit: text(),
      expires_on: optionalDate(),
      checked_on: optionalDate(),
      status: oneOf(KIT_STATUSES),
    },
    { references: { team_id: 'teams' } },
  ),
  hospitals: table('hospitals.csv', '医院', {
    id: text(),
    name: text(),
    ...place,
    beds: optionalCount(),
    free_beds: optionalCount(),
    toxicology: flag(),
    burns: flag(),
    decontamination: flag(),
    phone: optionalText(),
  }),
  carriers: table('carriers.csv', '运力', {
    id: text(),
    name: text(),
    kind: oneOf(['bus', 'lorry', 'boat', 'ferry']),
    ...place,
    seats: count(),
    count: count(),
    phone: optionalText(),
    green_pass: flag(),
  }),
  plants: table(
    'plants.csv',
    '企业',
    {
      id: text(),
      name: text(),
      ...place,
      people_inside: optionalCount(),
      counted_at: optionalText(),
      phone: optionalText(),
      process_team_id: optionalText(),
      neighbours: list(),
    },
    { references: { process_team_id: 'teams' } },
  ),
  tankerTrips: table('tanker_trips.csv', '危险品运输车次', {
    id: text(),
    plate: text(),
    carrier: optionalText(),
    un: optionalText(),
    cargo: optionalText(),
    quantity_t: optionalNumber(0, 100),
    filled_by: optionalText(),
    from: optionalText(),
    to: optionalText(),
    started_at: optionalText(),
    phone: optionalText(),
  }),
  workPermits: table(
    'work_permits.csv',
    '特殊作业票',
    {
      id: text(),
      plant_id: text(),
      kind: text(),
      place: optionalText(),
      lng: optionalLongitude(),
      lat: optionalLatitude(),
      people: optionalCount(),
      from: optionalText(),
      to: optionalText(),
    },
    { references: { plant_id: 'plants' } },
  ),
  shelters: table('shelters.csv', '避灾安置场所', {
    id: text(),
    name: text(),
    tier: oneOf(STORE_TIERS),
    ...place,
    capacity: count(),
    occupied: count(),
    standardised: flag(),
    video: flag(),
    phone: optionalText(),
    not_for: list(),
    /** Empty = not told: taken as ready for use. */
    state: optionalOneOf(SHELTER_STATES),
    person_in_charge: optionalText(),
  }),
  shelterZones: table(
    'shelter_zones.csv',
    '避灾点分区',
    {
      id: text(),
      shelter_id: text(),
      name: text(),
      capacity: count(),
      area_m2: optionalNumber(0, 1e6),
      /** For whom: families, old people, patients, women …; empty = everybody. */
      meant_for: list(),
    },
    { references: { shelter_id: 'shelters' } },
  ),
  stores: table(
    'stores.csv',
    '物资储备库',
    {
      id: text(),
      name: text(),
      tier: oneOf(STORE_TIERS),
      town: optionalText(),
      owner: optionalText(),
      lng: longitude(),
      lat: latitude(),
      area_m2: optionalNumber(0, 1e6),
      keeper: optionalText(),
      phone: optionalText(),
      reserve_share: number(0, 1),
      /** The shelter whose own goods this store holds. */
      shelter_id: optionalText(),
    },
    { references: { shelter_id: 'shelters' } },
  ),
  stock: STOCK_TABLE,
  populationPoints: table('population_points.csv', '人口点', {
    id: text(),
    name: text(),
    ...place,
    people: count(),
    people_night: optionalCount(),
    special_needs: optionalCount(),
    infants: optionalCount(),
    elderly: optionalCount(),
    patients: optionalCount(),
    hazard: optionalOneOf(POPULATION_HAZARDS),
    person_in_charge: optionalText(),
    phone: optionalText(),
    code: optionalText(),
    list: optionalOneOf(POPULATION_LISTS),
  }),
  evacuees: table(
    'evacuees.csv',
    '转移人员',
    {
      id: text(),
      /** Number of the person's safety code (安全码), not its colour. */
      code: optionalText(),
      name: text(),
      population_point_id: optionalText(),
      phone: optionalText(),
      special_needs: optionalText(),
      shelter_id: optionalText(),
      zone_id: optionalText(),
      arrived_at: optionalText(),
      left_at: optionalText(),
      left_to: optionalText(),
    },
    { references: { population_point_id: 'populationPoints', shelter_id: 'shelters', zone_id: 'shelterZones' } },
  ),
  ...POINT_TABLES,
} as const

/** Key of a table inside a data set. */
export type TableName = keyof typeof TABLES

/** All table names, in order of import. */
export const TABLE_NAMES = Object.keys(TABLES) as TableName[] // Object.keys loses the key type

export type TeamRow = RowOf<typeof TABLES.teams>
export type VehicleRow = RowOf<typeof TABLES.vehicles>
export type HospitalRow = RowOf<typeof TABLES.hospitals>
export type CarrierRow = RowOf<typeof TABLES.carriers>
export type PlantRow = RowOf<typeof TABLES.plants>
export type PersonRow = RowOf<typeof TABLES.people>
export type RosterRow = RowOf<typeof TABLES.rosters>
export type StoreRow = RowOf<typeof TABLES.stores>
export type StockRow = RowOf<typeof TABLES.stock>
export type ShelterRow = RowOf<typeof TABLES.shelters>
export type PopulationPointRow = RowOf<typeof TABLES.populationPoints>
