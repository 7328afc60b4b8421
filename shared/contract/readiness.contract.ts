import * as z from 'zod'
import { ReadinessReport, RoadCover } from '../domain/readiness.ts'
import { StressedIncident, StressEvidence, StressQuestion, StressResult } from '../domain/stress.ts'
import { command, query } from './define.ts'

/** How far a stress run is. */
const StressProgress = z.strictObject({
  question: StressQuestion,
  phase: z.enum(['misses', 'worth']),
  /** Plans made, and plans of this phase. */
  done: z.number().int(),
  of: z.number().int(),
  elapsedMs: z.number().int(),
  /** True while it stands back because somebody waits for a plan. */
  paused: z.boolean(),
})

/** What a run rests on and that can change after it. */
export const STRESS_GROUNDS = ['data', 'parameters', 'library', 'planner'] as const

/** A run without its single incidents. */
export const StressReport = StressResult.omit({ incidents: true }).extend({
  /** Incidents that can be asked for by `stressIncidents`. */
  drawn: z.number().int(),
  madeAt: z.string(),
  elapsedMs: z.number().int(),
  /** What has changed since; empty = it still holds. */
  outdated: z.array(z.enum(STRESS_GROUNDS)),
})
export type StressReport = z.infer<typeof StressReport>

/** How ready the district is. */
export const readinessContract = {
  /** What is not ready on a day (`YYYY-MM-DD`), with the cover of each street; null = today in China. */
  report: query({
    input: z.strictObject({ day: z.iso.date().nullable() }),
    output: ReadinessReport,
    topics: ['library'],
  }),
  /** When the first engine and the first team have reached each road, by night; null = today in China. */
  roadCover: query({
    input: z.strictObject({ day: z.iso.date().nullable() }),
    output: RoadCover,
    topics: ['library'],
  }),
  /** The run under way, why the last one failed, and the newest result. */
  stress: query({
    input: z.strictObject({}),
    output: z.strictObject({
      running: StressProgress.nullable(),
      failed: z.string().nullable(),
      latest: StressReport.nullable(),
    }),
    topics: ['library'],
  }),
  /** Starts a run in the background; plans of incidents go first. Refused as `conflict` while another is under way. */
  startStress: command({
    input: StressQuestion.extend({ commandId: z.uuid() }),
    output: z.strictObject({ started: z.boolean() }),
    changes: [],
  }),
  /** Stops the run under way; nothing of it is kept. */
  stopStress: command({
    input: z.strictObject({ commandId: z.uuid() }),
    output: z.strictObject({ stopped: z.boolean() }),
    changes: [],
  }),
  /**
   * Incidents of the newest run that miss something (or one thing), in a street (null = in none) or anywhere; the first 200.
   * `run` is its `madeAt`: refused as `conflict` when a newer one stands in its place.
   */
  stressIncidents: query({
    input: z.strictObject({ run: z.string(), key: z.string().nullable(), town: z.string().nullable().optional() }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(StressedIncident) }),
    topics: ['library'],
  }),
  /** One incident of the newest run, planned again over the data of now, with the gaps in words. */
  stressIncident: query({
    input: z.strictObject({ run: z.string(), index: z.number().int().nonnegative() }),
    output: z.strictObject({ stored: StressedIncident, evidence: StressEvidence }),
    topics: [],
  }),
}
