import * as z from 'zod'
import { Reason } from '../reason.ts'

/** Decisions a commander could take otherwise. */
export const DECISION_CODES = [
  'fastestForce',
  'keepCover',
  'askNeighboursNow',
  'ownForcesFirst',
  'otherSide',
  'stayIndoors',
] as const
export type DecisionCode = (typeof DECISION_CODES)[number]

/** The decision a plan was made with, when it is not the usual one. */
export const TakenDecision = z.object({ code: z.enum(DECISION_CODES), text: z.string() })
export type TakenDecision = z.infer<typeof TakenDecision>

/** The three figures plans are compared by. */
export const PlanCriteria = z.object({
  /** Seconds from now until everything that begins the work has its first unit at the scene; null = never. */
  firstActionS: z.number().int().nullable(),
  /** What begins the work, in Chinese. */
  firstActionNeeds: z.array(z.string()),
  /** Person-seconds people spend in danger before they are served. */
  exposedPersonS: z.number().int(),
  /** Streets whose first engine comes later than the target, and by how many seconds in all. */
  townsOver: z.number().int(),
  coverOverS: z.number().int(),
  /** What else it takes; told beside the three figures, not compared. */
  teams: z.number().int(),
  outsideTeams: z.number().int(),
  unitsMissing: z.number().int(),
  /** Lateness of all demands against the wanted time, seconds summed. */
  lateS: z.number().int(),
})
export type PlanCriteria = z.infer<typeof PlanCriteria>

/** What became of a decision that was tried. */
const TRIED_OUTCOMES = ['kept', 'same', 'dominated', 'unlawful', 'notApplicable', 'overCount'] as const

/** One decision that was looked at, with what became of it and why. */
export const TriedDecision = z.object({
  code: z.string(),
  title: z.string(),
  outcome: z.enum(TRIED_OUTCOMES),
  criteria: PlanCriteria.nullable(),
  reasons: z.array(Reason),
})
export type TriedDecision = z.infer<typeof TriedDecision>
