import * as z from 'zod'
import { CAPABILITIES, EVIDENCE_MARKS, HEADQUARTERS, INCIDENT_TYPES, VEHICLE_KINDS } from './taxonomy.ts'

/** One line of need: how many of what, for which types of incident, by when. */
export const DemandRule = z
  .strictObject({
    id: z.string(),
    types: z.array(z.enum(INCIDENT_TYPES)).min(1),
    capability: z.enum(CAPABILITIES).optional(),
    vehicleKind: z.enum(VEHICLE_KINDS).optional(),
    /** Formula of the quantity; must give a number also when every fact is unknown. 0 or less = not needed. */
    quantity: z.string(),
    /** Formula; absent = always. Unknown counts as no. */
    when: z.string().optional(),
    /** Latest useful arrival, seconds after planner time. */
    byS: z.number().int().positive(),
    hq: z.enum(HEADQUARTERS),
    role: z.string(),
    hotZone: z.boolean(),
    /** Secondary hazard the row prepares for, by the type of incident that may set it off; absent = the incident itself. */
    secondary: z.partialRecord(z.enum(INCIDENT_TYPES), z.enum(INCIDENT_TYPES)).optional(),
    evidence: z.enum(EVIDENCE_MARKS),
    source: z.string(),
  })
  .refine((rule) => (rule.capability === undefined) !== (rule.vehicleKind === undefined), {
    error: 'exactly one of capability and vehicleKind must be given',
  })
export type DemandRule = z.infer<typeof DemandRule>
