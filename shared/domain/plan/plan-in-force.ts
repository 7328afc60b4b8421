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

/** How far a run of supplies of a plan in force has come, in the order of its life. */
export const TRANSFER_STATUSES = ['ordered', 'loaded', 'enRoute', 'delivered'] as const

/**
 * A run of supplies that was ordered, with its newest status. Its goods still stand in the stock list: they are booked
 * out when the incident is over, so that no pack is counted twice.
 */
export const TransferUnderWay = z.object({ transferId: z.string().min(1), status: z.enum(TRANSFER_STATUSES) })
export type TransferUnderWay = z.infer<typeof TransferUnderWay>

/** People of one place who are on their way to a shelter or inside it; the shelter's `occupied` does not count them yet. */
export const PeopleUnderWay = z.object({
  fromId: z.string().min(1),
  shelterId: z.string().min(1),
  people: z.number().int().positive(),
})
export type PeopleUnderWay = z.infer<typeof PeopleUnderWay>
