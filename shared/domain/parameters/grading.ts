import * as z from 'zod'
import { EVIDENCE_MARKS, INCIDENT_TYPES, LEVELS } from '../taxonomy.ts'
import { Quantity } from './quantity.ts'

const Types = z.array(z.enum(INCIDENT_TYPES)).min(1)

/** Lower bound of one level: reached when the measure is at least this (以上 includes the number). */
const LevelBound = z.strictObject({
  level: z.enum(LEVELS),
  atLeast: z.number(),
  /** Given where this bound is weaker evidence than its scale. */
  evidence: z.enum(EVIDENCE_MARKS).optional(),
  /** Extra condition of this bound, a formula of facts. */
  when: z.string().optional(),
})

/** One measure of a scale, e.g. deaths, with its bounds from the gravest level down. */
export const ScaleMeasure = z.strictObject({
  /** Fact named in the criterion. */
  fact: z.string(),
  name: z.string(),
  unit: z.string(),
  /** Formula of the measured number; the fact itself when absent. */
  measure: z.string().optional(),
  when: z.string().optional(),
  /** Shown with the criterion: what to check before quoting it. */
  note: z.string().optional(),
  bounds: z.array(LevelBound).min(1),
})
export type ScaleMeasure = z.infer<typeof ScaleMeasure>

/** One published scale, bound to incident types. */
export const Scale = z.strictObject({
  id: z.string(),
  name: z.string(),
  types: Types,
  when: z.string().optional(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
  measures: z.array(ScaleMeasure).min(1),
})
export type Scale = z.infer<typeof Scale>

/** A yes-or-no rule over facts. */
const FlagRule = z.strictObject({
  id: z.string(),
  name: z.string(),
  types: Types,
  when: z.string(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})

/** A rule for the fire service's alarm grade: `grade` is a formula; the highest rule that holds counts. */
const AlarmRule = z.strictObject({
  id: z.string(),
  kind: z.enum(['fire', 'rescue']),
  name: z.string(),
  types: Types,
  when: z.string().optional(),
  grade: z.string(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})

/** What the scales must know about a region. `match` are data set ids and words of the region's name. */
export const RegionProfile = z.strictObject({
  match: z.array(z.string()),
  denseArea: z.boolean(),
  outageGrid: z.enum(['county', 'prefecture']),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type RegionProfile = z.infer<typeof RegionProfile>

/** Parameters of the stage `grade`; `resources/parameters/grading.json`. */
export const GradingParameters = z.strictObject({
  regions: z.array(RegionProfile).min(1),
  scales: z.array(Scale).min(1),
  majorJeopardy: z.array(FlagRule).min(1),
  /** Types whose response level follows the warning signal, and the level for each colour. */
  signalResponse: z.strictObject({
    types: Types,
    levels: z.strictObject({
      blue: z.enum(LEVELS),
      yellow: z.enum(LEVELS),
      orange: z.enum(LEVELS),
      red: z.enum(LEVELS),
    }),
    evidence: z.enum(EVIDENCE_MARKS),
    source: z.string(),
  }),
  /** Readings that meet the standard of a warning signal; the signal itself is issued by the weather office only. */
  signalStandards: z.array(FlagRule.extend({ signal: z.enum(['blue', 'yellow', 'orange', 'red']) })),
  /** Cases where a response one level higher is offered to the officer. */
  responseOffers: z.array(FlagRule),
  alarms: z.array(AlarmRule).min(1),
  /** Cases where an event level one higher is offered, besides the ones found in the data set. */
  upgradeOffers: z.array(FlagRule),
  upgradeTargetWithin: Quantity,
  districtBorderWithin: Quantity,
  holidays: z.strictObject({
    /** `MM-DD`, every year. */
    yearly: z.array(z.string().regex(/^\d{2}-\d{2}$/)),
    /** `YYYY-MM-DD`, for holidays of the lunar calendar. */
    dates: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)),
    evidence: z.enum(EVIDENCE_MARKS),
    source: z.string(),
  }),
})
export type GradingParameters = z.infer<typeof GradingParameters>
