import * as z from 'zod'
import { CAPABILITIES, EVIDENCE_MARKS, INCIDENT_TYPES, VEHICLE_KINDS } from '../taxonomy.ts'
import { Quantity } from './quantity.ts'

/** What must be at the scene before the work itself begins, for some types of incident. */
export const WorkStart = z.strictObject({
  types: z.array(z.enum(INCIDENT_TYPES)).min(1),
  /** Capabilities or vehicle kinds; those the plan asks for count, each with its first unit. */
  needs: z.array(z.enum([...CAPABILITIES, ...VEHICLE_KINDS])).min(1),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type WorkStart = z.infer<typeof WorkStart>

/** How alternatives are made and compared; `resources/parameters/alternatives.json`. */
export const AlternativeParameters = z.strictObject({
  /** From the waiting place on to the scene. */
  forwardSpeedMs: Quantity,
  /** Another approach side lies at least this many degrees from the first. */
  otherSideDeg: Quantity,
  /** People who are not served count as exposed this long. */
  exposureHorizonS: Quantity,
  /** Share of the open-air exposure that reaches people behind shut windows. */
  indoorShare: Quantity,
  /** Price of a street without fire cover when cover at home comes first. */
  keepCoverS: Quantity,
  /** Smaller differences than these are none. */
  noticeableActionS: Quantity,
  noticeablePersonS: Quantity,
  noticeableShare: Quantity,
  noticeableCoverS: Quantity,
  /** A street that nobody can reach any more counts with this many seconds. */
  noCoverS: Quantity,
  starts: z.array(WorkStart).min(1),
})
export type AlternativeParameters = z.infer<typeof AlternativeParameters>
