import * as z from 'zod'
import { SHELTER_STATES } from '../domain/dataset/row-choices.ts'
import { EVACUEE_STATUSES } from '../domain/evacuee.ts'
import { STORE_TIERS } from '../domain/taxonomy.ts'
import { command, query } from './define.ts'

const Who = z.string().trim().min(1).max(60)
const Reason = z.string().trim().min(1).max(400)
const Count = z.number().int().min(0).max(1_000_000)
const Changed = z.strictObject({ batchId: z.number().int().nullable() })

/** Who said something and when. */
const Said = z.strictObject({ at: z.string(), who: z.string(), reason: z.string() })

/** One shelter on the board. */
export const ShelterLine = z.strictObject({
  shelterId: z.string(),
  name: z.string(),
  tier: z.enum(STORE_TIERS),
  town: z.string(),
  /** Empty = not told: the planner takes it as ready for use. */
  state: z.enum([...SHELTER_STATES, '']),
  /** Since when and by whom it is so; null = as it was first loaded. */
  stateSaid: Said.nullable(),
  capacity: Count,
  /** People the planner counts as in it. */
  occupied: Count,
  /** Whether that is the number of its list or a reported one; null = nobody is known to be in. */
  basis: z.enum(['list', 'report']).nullable(),
  occupiedSaid: Said.nullable(),
  /** Ticked as present, and listed for it but not yet arrived. */
  present: Count,
  expected: Count,
  /** Places left; negative = over its capacity. */
  free: z.number().int(),
  zones: Count,
  zonesCapacity: Count,
  /** Lots in its own store, and in the stores of its street. */
  ownLots: Count,
  streetLots: Count,
  personInCharge: z.string(),
  phone: z.string(),
  standardised: z.boolean(),
  video: z.boolean(),
  isDemo: z.boolean(),
})
export type ShelterLine = z.infer<typeof ShelterLine>

/** A part of a shelter. */
export const ShelterZoneLine = z.strictObject({
  zoneId: z.string(),
  name: z.string(),
  capacity: Count,
  areaM2: z.number().nullable(),
  meantFor: z.array(z.string()),
  present: Count,
})
export type ShelterZoneLine = z.infer<typeof ShelterZoneLine>

/** Somebody moved or to be moved. Names of point, shelter and zone are empty where none is known. */
export const EvacueeLine = z.strictObject({
  evacueeId: z.string(),
  code: z.string(),
  name: z.string(),
  phone: z.string(),
  specialNeeds: z.string(),
  point: z.string(),
  status: z.enum(EVACUEE_STATUSES),
  shelterId: z.string(),
  shelter: z.string(),
  zoneId: z.string(),
  zone: z.string(),
  arrivedAt: z.string(),
  leftAt: z.string(),
  leftTo: z.string(),
  /** Came to a door without being on a list. */
  isUnlisted: z.boolean(),
  note: z.string(),
})
export type EvacueeLine = z.infer<typeof EvacueeLine>

/** Goods of one kind that a shelter can use; quantities of one unit are summed over lots. */
const ShelterGoods = z.strictObject({
  from: z.enum(['own', 'street']),
  store: z.string(),
  keeper: z.string(),
  phone: z.string(),
  item: z.string(),
  quantity: z.number(),
  unit: z.string(),
  /** The first day one of the lots expires; empty = none does. */
  expiresOn: z.string(),
})

/** Shelters: state, people, zones, goods. */
export const sheltersContract = {
  /** Every shelter, those with people first, then by name of street. */
  board: query({ input: z.strictObject({}), output: z.array(ShelterLine), topics: ['library'] }),
  /** One shelter with its zones, goods and people; people by status, the present first. @throws `not-found`. */
  open: query({
    input: z.strictObject({ shelterId: z.string() }),
    output: z.strictObject({
      line: ShelterLine,
      zones: z.array(ShelterZoneLine),
      goods: z.array(ShelterGoods),
      people: z.array(EvacueeLine),
    }),
    topics: ['library'],
  }),
  /** Changes the state. Closing one with people in it is refused with `needs-acknowledgement` unless acknowledged. */
  setState: command({
    input: z.strictObject({
      commandId: z.uuid(),
      shelterId: z.string(),
      state: z.enum(SHELTER_STATES),
      acknowledged: z.boolean().default(false),
      who: Who,
      reason: Reason,
    }),
    output: Changed,
    changes: ['library'],
  }),
  /**
   * Keeps a reported number of people with who said so; `occupied` null = the number of the list from now on. More than
   * the capacity is refused with `needs-acknowledgement` unless acknowledged; fewer than ticked too.
   */
  report: command({
    input: z.strictObject({
      commandId: z.uuid(),
      shelterId: z.string(),
      occupied: Count.nullable(),
      acknowledged: z.boolean().default(false),
      who: Who,
      /** Where the number comes from. */
      reason: Reason,
    }),
    output: Changed,
    changes: ['library'],
  }),
  /** Adds or changes a zone. Zones over the capacity of the shelter: `needs-acknowledgement` unless acknowledged. */
  saveZone: command({
    input: z.strictObject({
      commandId: z.uuid(),
      shelterId: z.string(),
      /** Null = a new one. */
      zoneId: z.string().nullable(),
      name: z.string().trim().min(1).max(60),
      capacity: Count,
      areaM2: z.number().min(0).max(1e6).nullable(),
      meantFor: z.array(z.string().trim().min(1).max(30)).max(12),
      acknowledged: z.boolean().default(false),
      who: Who,
      reason: Reason,
    }),
    output: Changed.extend({ zoneId: z.string() }),
    changes: ['library'],
  }),
} as const
