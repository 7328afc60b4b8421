import * as z from 'zod'
import { Reason } from '../reason.ts'

/** What can differ between a plan and the one in force before it, in the order of weight. */
export const CHANGE_KINDS = [
  'levelChanged',
  'zoneChanged',
  'stagingMoved',
  'teamAdded',
  'teamDropped',
  'teamRole',
  'routeChanged',
  'demandChanged',
  'shortfallChanged',
  'shelterChanged',
  'supplyChanged',
  'actionAdded',
  'actionDropped',
  'actionChanged',
  'mustNotChanged',
  'hospitalChanged',
  'reserveChanged',
  'expertChanged',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One difference to the plan in force: what it is about, how it stood and stands (null = not there), and why. */
export const PlanChange = z.object({
  /** Stable: the kind and the id of what changed. */
  id: z.string(),
  kind: z.enum(CHANGE_KINDS),
  /** Path of the list inside the plan, e.g. `forcePlan.assignments`. */
  where: z.string(),
  /** Id of the line there. */
  subjectId: z.string(),
  name: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reasons: z.array(Reason).min(1),
})
export type PlanChange = z.infer<typeof PlanChange>
