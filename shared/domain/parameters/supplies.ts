import * as z from 'zod'
import { EVIDENCE_MARKS, INCIDENT_TYPES } from '../taxonomy.ts'
import { Quantity } from './quantity.ts'

/** An item of the stores and how it is packed. */
export const SupplyItem = z.strictObject({
  itemCode: z.string(),
  item: z.string(),
  unit: z.string(),
  /** Only whole packs are sent; in the item's unit. */
  pack: z.number().positive(),
  /** How much of it one box lorry of about 5 t takes, by weight or volume; in the item's unit. */
  perLorry: z.number().positive(),
  /** Fuel goes by fuel lorry only; absent = ordinary goods. */
  cargo: z.enum(['fuel']).optional(),
})
export type SupplyItem = z.infer<typeof SupplyItem>

/** Groups of displaced people with needs of their own; `needHelp` = those who cannot get about without help. */
export const PEOPLE_GROUPS = ['infants', 'elderly', 'patients', 'needHelp'] as const
export type PeopleGroup = (typeof PEOPLE_GROUPS)[number]

/**
 * What people who left their homes need; the formula knows `people` (at this shelter), `days`, `transferred` (moved for days,
 * not for hours), `overnight`, `summer`, `openSpace` and the people of each group (`infants`, `elderly`, `patients`, `needHelp`).
 */
export const ReliefNeed = z.strictObject({
  itemCode: z.string(),
  formula: z.string(),
  /** Condition of facts; absent = always. */
  when: z.string().optional(),
  /** The group it is for; absent = everybody. */
  group: z.enum(PEOPLE_GROUPS).optional(),
  /** True: those who need help get theirs by the door and the toilet. */
  nearDoor: z.boolean().optional(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type ReliefNeed = z.infer<typeof ReliefNeed>

/** What the work itself needs; the formula knows the facts of the incident and `peopleMoved`, `firefighters`. */
export const WorkNeed = z.strictObject({
  types: z.array(z.enum(INCIDENT_TYPES)).min(1),
  itemCode: z.string(),
  formula: z.string(),
  when: z.string().optional(),
  byS: z.number().int().positive(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type WorkNeed = z.infer<typeof WorkNeed>

/**
 * What a street without contact gets; the formula knows `registered` (residents on record, unknown where none are) and
 * `reliefShare`. `byS` absent = by the relief clock.
 */
export const CutOffNeed = z.strictObject({
  itemCode: z.string(),
  formula: z.string(),
  when: z.string().optional(),
  byS: z.number().int().positive().optional(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type CutOffNeed = z.infer<typeof CutOffNeed>

/** What a carrier whose name contains `match` takes, as a share of a box lorry; the list of carriers names no loads. */
export const CarrierLoad = z.strictObject({
  match: z.string().min(1),
  lorryShare: z.number().positive(),
  cargo: z.enum(['fuel']).optional(),
  source: z.string(),
})

/** Parameters of supplies; `resources/parameters/supplies.json`. */
export const SupplyParameters = z.strictObject({
  reliefDays: Quantity,
  /** Days of relief when people leave for hours, not days (cloud, fire). */
  reliefDaysShort: Quantity,
  reliefClockS: Quantity,
  /** Shares of the groups among people whose list does not tell them. */
  infantShare: Quantity,
  elderlyShare: Quantity,
  patientShare: Quantity,
  needHelpShare: Quantity,
  /** Part of the residents on record for whom first relief goes to a street without contact, before anybody counted. */
  cutOffReliefShare: Quantity,
  /** Patients one medical worker in a shelter looks after. */
  patientsPerMedic: Quantity,
  districtReserveShare: Quantity,
  /** Stores of villages and streets within this drive are drawn before the district store. */
  nearDriveS: Quantity,
  loadingS: Quantity,
  /** Tours of one lorry over several stores and places: unloading at each place, longest tour, most stops. */
  unloadingS: Quantity,
  tourLongestS: Quantity,
  tourStopsMax: Quantity,
  /** Nearest-first is kept while it takes no more stores than this for one need. */
  storesPerItem: Quantity,
  /** Price of calling out one more store, in seconds for one pack. */
  storeOpeningPackS: Quantity,
  /** Price of one more store that picks the same item for the same place, in seconds for one pack. */
  pickingPackS: Quantity,
  /** Price of each line that differs from the version in force, in seconds for one pack. */
  changedLinePackS: Quantity,
  /** With more pairs of store and need than this the picking price is left out. */
  pickingPairs: Quantity,
  /** A need of fewer packs than this weighs as much as one of this many. */
  leastWeightPacks: Quantity,
  /** Price of a missing pack in seconds: above any way and any store. */
  unmetS: Quantity,
  /** Each second after the wanted time counts this many times more. */
  lateFactor: Quantity,
  /** Price of the longest-living lot in seconds: below 1 it orders lots and never beats nearness. */
  fefoPriceS: Quantity,
  /** Life a lot must have left when the relief clock ends. */
  leastLifeDays: Quantity,
  /** Lorries a store loads at a time, by tier. */
  docksDistrict: Quantity,
  docksStreet: Quantity,
  docksVillage: Quantity,
  solverGap: Quantity,
  solverNodes: Quantity,
  solverGuardMs: Quantity,
  carrierLoads: z.array(CarrierLoad),
  items: z.array(SupplyItem),
  relief: z.array(ReliefNeed),
  work: z.array(WorkNeed),
  cutOff: z.array(CutOffNeed),
})
export type SupplyParameters = z.infer<typeof SupplyParameters>
