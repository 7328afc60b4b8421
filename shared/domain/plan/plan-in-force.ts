import * as z from 'zod'

/** What a team of a plan in force is doing, in the order of its life. */
export const UNDER_WAY_STATUSES = ['ordered', 'turnedOut', 'enRoute', 'onScene', 'released', 'lost'] as const

/** One team that was ordered, with its newest status; `since` = when that status began (ISO with offset). */
export const TeamUnderWay = z.object({
  teamId: z.string().min(1),
  status: z.enum(UNDER_WAY_STATUSES),
  since: z.string().optional(),
})
export type TeamUnderWay = z.infer<typeof TeamUnderWay>
