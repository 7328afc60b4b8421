import * as z from 'zod'
import { Reason } from '../reason.ts'
import { CAPABILITIES, HEADQUARTERS, INCIDENT_TYPES, TEAM_TIERS, TEAM_TYPES, VEHICLE_KINDS } from '../taxonomy.ts'
import { NotChosen } from './not-chosen.ts'

/** How many units of one capability (or vehicles of one kind) are needed, and by when. Exactly one of the two is named. */
export const Demand = z.object({
  id: z.string(),
  capability: z.enum(CAPABILITIES).optional(),
  vehicleKind: z.enum(VEHICLE_KINDS).optional(),
  quantity: z.number().int().positive(),
  /** Latest useful arrival, seconds after planner time. */
  byS: z.number().int().positive(),
  /** Formula as written in the parameter file, e.g. `max(2, ceil(trapped / 4))`. */
  formula: z.string(),
  inputs: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
  hq: z.enum(HEADQUARTERS),
  role: z.string(),
  /** True when only teams trained for the hot zone may fill it (never volunteers). */
  hotZone: z.boolean(),
  /** Secondary hazard this row prepares for; absent = the incident itself. */
  secondary: z.enum(INCIDENT_TYPES).optional(),
  basis: z.array(Reason),
})
export type Demand = z.infer<typeof Demand>

export const CapabilityQuantity = z.object({ capability: z.enum(CAPABILITIES), quantity: z.number().int().positive() })

export const AUTHORITIES = ['command', 'request', 'notify', 'selfDispatched'] as const
export type Authority = (typeof AUTHORITIES)[number]

export const RunnerUp = z.object({
  teamId: z.string(),
  teamName: z.string(),
  etaS: z.number().int().nullable(),
  reasons: z.array(Reason),
})

/** One team sent. Times by contract: departAt = now + 60 s + turnout; arriveAt = departAt + driving; etaS = arriveAt − now. */
export const Assignment = z.object({
  id: z.string(),
  teamId: z.string(),
  teamName: z.string(),
  teamType: z.enum(TEAM_TYPES),
  tier: z.enum(TEAM_TIERS),
  hq: z.enum(HEADQUARTERS),
  role: z.string(),
  capabilities: z.array(CapabilityQuantity),
  vehicles: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(VEHICLE_KINDS),
      crew: z.number().int().nonnegative(),
      name: z.string().optional(),
    }),
  ),
  /** Demands it works on, with the units it brings to each; absent in plans made by hand. */
  fills: z.array(z.object({ demandId: z.string(), units: z.number().int().positive() })).optional(),
  personnel: z.number().int().nonnegative(),
  departAt: z.string(),
  arriveAt: z.string(),
  etaS: z.number().int(),
  distanceM: z.number().int().nonnegative(),
  authority: z.enum(AUTHORITIES),
  phone: z.string(),
  stagingAreaId: z.string().nullable(),
  reasons: z.array(Reason),
  runnersUp: z.array(RunnerUp),
})
export type Assignment = z.infer<typeof Assignment>

export const Shortfall = z.object({
  demandId: z.string(),
  capability: z.enum(CAPABILITIES).optional(),
  vehicleKind: z.enum(VEHICLE_KINDS).optional(),
  missing: z.number().int().positive(),
  reasons: z.array(Reason),
  remedies: z.array(Reason),
})
export type Shortfall = z.infer<typeof Shortfall>

export const Reserve = z.object({
  teamId: z.string(),
  teamName: z.string(),
  etaS: z.number().int(),
  phone: z.string(),
  reasons: z.array(Reason),
})

/** Fire cover of one area before and after the plan: seconds until the first engine from a station that stays. */
export const CoverageLeft = z.object({
  area: z.string(),
  beforeS: z.number().int().nullable(),
  afterS: z.number().int().nullable(),
  teamId: z.string().nullable(),
  targetS: z.number().int(),
  met: z.boolean(),
})

export const ExpertCall = z.object({
  personId: z.string(),
  name: z.string(),
  specialty: z.string(),
  phone: z.string(),
  reasons: z.array(Reason),
  /** Next best of the same field first, at most five; absent in plans made before they were told. */
  runnersUp: z.array(NotChosen).optional(),
})

export const SupplyDemand = z.object({
  id: z.string(),
  itemCode: z.string(),
  item: z.string(),
  quantity: z.number().positive(),
  unit: z.string(),
  toId: z.string(),
  toName: z.string(),
  bySAfterStart: z.number().int(),
  formula: z.string(),
  inputs: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
  basis: z.array(Reason),
})
export type SupplyDemand = z.infer<typeof SupplyDemand>

export const SupplyAllocation = z.object({
  storeId: z.string(),
  storeName: z.string(),
  lotId: z.string(),
  itemCode: z.string(),
  item: z.string(),
  quantity: z.number().positive(),
  unit: z.string(),
  expiresOn: z.string().nullable(),
  toId: z.string(),
  etaS: z.number().int(),
  distanceM: z.number().int(),
  keeper: z.string(),
  phone: z.string(),
  /** The run that carries it; absent in plans made before runs were named. */
  transferId: z.string().optional(),
  reasons: z.array(Reason),
  /** Stores that hold the item and send none of it there, nearest first; on the first line of an item and place only. */
  runnersUp: z.array(NotChosen).optional(),
})
export type SupplyAllocation = z.infer<typeof SupplyAllocation>

export const SupplyShortfall = z.object({
  itemCode: z.string(),
  item: z.string(),
  missing: z.number().positive(),
  unit: z.string(),
  toId: z.string(),
  /** Every place the row speaks for, when no store holds the item at all; `toId` is the first of them. */
  toIds: z.array(z.string()).optional(),
  reasons: z.array(Reason),
  remedies: z.array(Reason),
})

export const Solver = z.object({
  status: z.enum(['optimal', 'feasible', 'greedy']),
  objective: z.number(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  elapsedMs: z.number(),
})

/** One run from a store to a destination: which lorries, how many trips, and when the last one is there. */
export const SupplyTransfer = z.object({
  id: z.string(),
  storeId: z.string(),
  storeName: z.string(),
  toId: z.string(),
  toName: z.string(),
  /** Null = no lorry of the list can take it: transport must be asked for. */
  carrierId: z.string().nullable(),
  carrierName: z.string(),
  phone: z.string(),
  trips: z.number().int().nonnegative(),
  /** Box-lorry loads of about 5 t. */
  loads: z.number().nonnegative(),
  etaS: z.number().int(),
  distanceM: z.number().int(),
  /** By when the first of its goods is wanted, seconds after planner time. */
  byS: z.number().int(),
  reasons: z.array(Reason),
})
export type SupplyTransfer = z.infer<typeof SupplyTransfer>

/** One order to a lorry park: what is loaded where and brought where, in the order of the stops. Seconds after planner time. */
export const SupplyTour = z.object({
  id: z.string(),
  /** Null = no lorry of the list can take it: transport must be asked for. */
  carrierId: z.string().nullable(),
  carrierName: z.string(),
  phone: z.string(),
  /** More than 1 only between one store and one place. */
  trips: z.number().int().nonnegative(),
  loads: z.number().nonnegative(),
  startS: z.number().int(),
  doneS: z.number().int(),
  stops: z.array(
    z.object({
      kind: z.enum(['load', 'unload']),
      placeId: z.string(),
      name: z.string(),
      atS: z.number().int(),
      transferIds: z.array(z.string()),
    }),
  ),
  reasons: z.array(Reason),
})
export type SupplyTour = z.infer<typeof SupplyTour>

/** What must be bought: one row an item, in whole packs. */
export const SupplyPurchase = z.object({
  itemCode: z.string(),
  item: z.string(),
  quantity: z.number().positive(),
  unit: z.string(),
  /** ISO moment at which the first of it is wanted. */
  neededBy: z.string(),
  toIds: z.array(z.string()),
})
export type SupplyPurchase = z.infer<typeof SupplyPurchase>

/**
 * How the split over stores was made. The objective is in seconds for one pack; `gap` is the part of it above the bound,
 * without the price of what no store has.
 */
export const SupplySolver = Solver.extend({
  stop: z.enum(['proven', 'contradicted', 'draft', 'nodes', 'time', 'infeasible', 'failed']),
})
export type SupplySolver = z.infer<typeof SupplySolver>

/** 人员装备抽组方案. */
export const ForcePlan = z.object({
  demand: z.array(Demand),
  assignments: z.array(Assignment),
  reserve: z.array(Reserve),
  shortfalls: z.array(Shortfall),
  coverageLeft: z.array(CoverageLeft),
  experts: z.array(ExpertCall),
  supplies: z.object({
    demand: z.array(SupplyDemand),
    allocations: z.array(SupplyAllocation),
    shortfalls: z.array(SupplyShortfall),
    /** Absent in plans made before these were written. */
    transfers: z.array(SupplyTransfer).optional(),
    tours: z.array(SupplyTour).optional(),
    purchases: z.array(SupplyPurchase).optional(),
    solver: SupplySolver.optional(),
  }),
  solver: Solver,
})
export type ForcePlan = z.infer<typeof ForcePlan>
