import * as z from 'zod'
import { Reason } from '../reason.ts'

/** Something that stood beside a chosen line and was not taken, with the reasons why not. */
export const NotChosen = z.object({ id: z.string(), name: z.string(), reasons: z.array(Reason) })
export type NotChosen = z.infer<typeof NotChosen>

/** At most this many are kept for one line (design rule: the best five). */
export const RUNNERS_UP_MAX = 5
