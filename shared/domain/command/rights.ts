import * as z from 'zod'
import { EVIDENCE_MARKS, HEADQUARTERS } from '../taxonomy.ts'

/**
 * What a headquarters may decide. Source of the split: Beilun 14th five-year emergency plan (行政指挥部「坐镇后方」,
 * 战术指挥部「对具体情况具有临机处置权」); which act belongs to which is our own design.
 */
export const ACTS = [
  'sector',
  'route',
  'staging',
  'entry',
  'tactic',
  'cordonUp',
  'useAssigned',
  'emergencyEvacuation',
  'immediateWarning',
  'closeRoad',
  'plantStop',
  'orderOwn',
  'tacticalApproval',
  'administrativeApproval',
  'responseLevel',
  'outsideForces',
  'longClosure',
  'portStop',
  'fiveStops',
  'schoolStop',
  'requisition',
  'newsRelease',
  'cordonDown',
  'takeFromIncident',
  'endResponse',
] as const
export type Act = (typeof ACTS)[number]

/** One row of the table of rights. */
export const Right = z.strictObject({
  act: z.enum(ACTS),
  /** Who may decide it; both where either may. */
  decides: z.array(z.enum(HEADQUARTERS)).min(1),
  /** True: the tactical headquarters may do it at once, with a reason, and the administrative one is told (临机处置). */
  atOnce: z.boolean(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type Right = z.infer<typeof Right>

/** The table of rights: every act once; what is done at once is decided by the tactical headquarters. */
export const RightsTable = z
  .array(Right)
  .refine((rows) => ACTS.every((act) => rows.filter((row) => row.act === act).length === 1), {
    error: `每项权限须恰好一行：${ACTS.join('、')}`,
  })
  .refine((rows) => rows.every(({ atOnce, decides }) => !atOnce || decides.includes('tactical')), {
    error: '临机处置事项须由战术指挥部决定',
  })
export type RightsTable = z.infer<typeof RightsTable>
