import * as z from 'zod'
import { FactValue, Incident, KNOWN_FACTS } from '../domain/incident.ts'
import { LEVEL_KINDS, LevelOverride } from '../domain/level-record.ts'
import { EventLevel, ResponseLevel } from '../domain/plan/dispatch-plan.ts'
import { LEVELS } from '../domain/taxonomy.ts'
import { command, query } from './define.ts'

const CommandId = z.uuid()
const IncidentId = z.string().min(1)

/** One of several records that stand beside each other because two seats wrote them apart. */
const Head = z.strictObject({
  opId: z.string(),
  /** Four signs of the seat that wrote it. */
  mark: z.string(),
  at: z.string(),
  who: z.string(),
  role: z.string(),
})
/** Facts written apart; `revision` is what their author called them. */
export const FactsHead = Head.extend({ revision: z.number().int(), title: z.string() })
export type FactsHead = z.infer<typeof FactsHead>
/** Plans made apart. */
export const PlanHead = Head.extend({
  version: z.number().int(),
  incidentRevision: z.number().int(),
  level: z.enum(LEVELS).nullable(),
  findings: z.number().int(),
})
export type PlanHead = z.infer<typeof PlanHead>

/** One incident in a list. */
export const IncidentSummary = z.strictObject({
  incidentId: IncidentId,
  number: z.string(),
  title: z.string(),
  type: z.string(),
  mode: z.enum(['real', 'drill', 'tabletop']),
  address: z.string(),
  receivedAt: z.string(),
  level: z.enum(LEVELS).nullable(),
  planVersion: z.number().int().nullable(),
  revision: z.number().int(),
  /** All facts in force, that shown first; empty unless two seats amended apart. The next amendment names and so settles them. */
  contestedFacts: z.array(FactsHead),
  /** All plans in force in the same way; the next version settles them. */
  contestedPlan: z.array(PlanHead),
})
export type IncidentSummary = z.infer<typeof IncidentSummary>

/** A level an officer set, with who and when. */
const SetLevel = LevelOverride.extend({ at: z.string(), who: z.string(), role: z.string() })

/** The computed levels of an incident and all that officers set, the oldest first. */
export const IncidentGrading = z.strictObject({
  revision: z.number().int(),
  event: EventLevel,
  response: ResponseLevel,
  overrides: z.array(SetLevel),
})
export type IncidentGrading = z.infer<typeof IncidentGrading>

/** A rise of a computed level that waits to be acknowledged. */
export const OpenRise = z.strictObject({
  riseId: z.string(),
  incidentId: IncidentId,
  number: z.string(),
  title: z.string(),
  at: z.string(),
  of: z.enum(LEVEL_KINDS),
  from: z.enum(LEVELS).nullable(),
  to: z.enum(LEVELS),
  revision: z.number().int(),
  text: z.string(),
})
export type OpenRise = z.infer<typeof OpenRise>

/** One word on a figure: what was said, by whom and as of when, and who entered it. */
const FigureSaid = z.strictObject({
  opId: z.string(),
  revision: z.number().int(),
  value: FactValue,
  source: z.string().nullable(),
  asOf: z.string().nullable(),
  recordedAt: z.string(),
  who: z.string(),
  role: z.string(),
})

/** A figure with all that was said of it, the oldest first. */
export const FigureHistory = z.strictObject({ fact: z.string(), said: z.array(FigureSaid).min(1) })
export type FigureHistory = z.infer<typeof FigureHistory>

/** A new figure as it was reported; a value of null = not known any more. */
const ReportedFigure = z.strictObject({
  fact: z.enum(KNOWN_FACTS),
  value: z.union([
    z.strictObject({ value: z.number().nonnegative() }),
    z.strictObject({ min: z.number().nonnegative().optional(), max: z.number().nonnegative().optional() }),
    z.null(),
  ]),
})

/** Incidents and their facts. */
export const incidentContract = {
  /** Opens an incident from an intake form; the facts are the first entry of its record. */
  open: command({
    input: z.strictObject({ commandId: CommandId, incident: Incident }),
    output: z.strictObject({ incidentId: IncidentId, number: z.string(), revision: z.number().int() }),
    changes: ['incidents', 'journal'],
  }),
  /** Replaces the facts of an incident; the earlier facts stay in the record. */
  amend: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      expectedRevision: z.number().int(),
      incident: Incident,
      /** The facts that were compared (`contestedFacts`), where two seats amended apart: nobody settles what he has not seen. */
      settles: z.array(z.string()).optional(),
    }),
    output: z.strictObject({ revision: z.number().int() }),
    changes: ['incidents', 'journal'],
  }),
  /** Figures of an incident with who said what and when. */
  figures: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z.strictObject({ revision: z.number().int(), figures: z.array(FigureHistory) }),
    topics: ['incidents'],
  }),
  /** Enters reported figures with their source and time; all other facts stay as they are now, whoever changed them. */
  reportFigures: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      figures: z.array(ReportedFigure).min(1, '请至少填一个数字'),
      source: z.string().trim().min(1, '请写明数字由谁报来').max(100),
      /** When the figures were so. */
      asOf: z.iso.datetime({ offset: true, message: '时间须带时区' }),
    }),
    output: z.strictObject({ revision: z.number().int() }),
    changes: ['incidents', 'journal'],
  }),
  /** Levels by the scales from the latest facts, row by row, with what officers set beside them; needs no plan. */
  grading: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: IncidentGrading,
    topics: ['incidents'],
  }),
  /** Sets the event or the response level against the computed one, or takes that back; with a reason, kept in the record. */
  setLevel: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      expectedRevision: z.number().int(),
      of: z.enum(LEVEL_KINDS),
      value: z.enum(LEVELS).nullable(),
      withdrawn: z.boolean().default(false),
      reason: z.string().trim().min(1, '请写明理由').max(300),
    }),
    output: z.strictObject({ computed: z.enum(LEVELS).nullable() }),
    changes: ['incidents', 'journal'],
  }),
  /** Rises of computed levels that this headquarters has not acknowledged, the newest first. */
  levelRises: query({ input: z.strictObject({}), output: z.array(OpenRise), topics: ['incidents'] }),
  acknowledgeRise: command({
    input: z.strictObject({ commandId: CommandId, riseId: z.string().min(1) }),
    output: z.strictObject({}),
    changes: ['incidents', 'journal'],
  }),
  list: query({ input: z.strictObject({}), output: z.array(IncidentSummary), topics: ['incidents', 'plans'] }),
  get: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z.strictObject({ summary: IncidentSummary, incident: Incident }),
    topics: ['incidents', 'plans'],
  }),
}
