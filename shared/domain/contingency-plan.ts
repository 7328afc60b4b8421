import * as z from 'zod'
import { DemandRule } from './demand-rule.ts'
import { HandlingChapter } from './handling-chapter.ts'
import { EVIDENCE_MARKS, HEADQUARTERS, INCIDENT_TYPES, LEVELS, WORK_GROUPS } from './taxonomy.ts'

/** Kinds of contingency plans: 总体, 专项, 部门, 街道, 企业. */
export const PLAN_KINDS = ['general', 'special', 'department', 'street', 'enterprise'] as const
export type PlanKind = (typeof PLAN_KINDS)[number]

const Basis = z.strictObject({ source: z.string(), evidence: z.enum(EVIDENCE_MARKS) })

/** `MM-DD`, every year; 29 February counts. */
const MonthDay = z
  .string()
  .regex(/^(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])$|^(0[469]|11)-(0[1-9]|[12]\d|30)$|^02-(0[1-9]|[12]\d)$/, {
    error: '应为有的月-日，如 11-01',
  })
/** `YYYY-MM-DD`, a day there is. */
const Day = z.iso.date({ error: '应为有的年-月-日，如 2027-06-30' })
/** `YYYY-MM-DD`, or empty when it has not happened. */
const DayOrNone = z.union([z.literal(''), Day], { error: '应为有的年-月-日，如 2027-06-30；还没有就留空' })

/** Where and when a plan holds. Empty lists mean everywhere. */
const Scope = z.strictObject({
  /** Data set ids, or words of the region's name. */
  regions: z.array(z.string()),
  towns: z.array(z.string()),
  /** The plant an enterprise plan is for; null for all others. */
  plantId: z.string().nullable(),
  /** The season it is in force, e.g. the forest fire season; null = all year. It may run over New Year. */
  season: z.strictObject({ from: MonthDay, to: MonthDay }).nullable(),
})

/** A post of the command scheme, with the post that deputises on the roster. */
const Post = z.strictObject({
  post: z.string(),
  title: z.string(),
  hq: z.enum(HEADQUARTERS),
  deputyPost: z.string(),
  /** The unit that fills it. */
  unit: z.string(),
  duty: z.string(),
})

/** A work group at one headquarters; a group that works at both has its head in one place and its deputy in the other. */
const WorkGroupTask = z.strictObject({
  code: z.enum(WORK_GROUPS),
  name: z.string(),
  hq: z.enum(HEADQUARTERS),
  leads: z.enum(['head', 'deputy']),
  leadUnit: z.string(),
  memberUnits: z.array(z.string()),
  tasks: z.array(z.string()).min(1),
})
export type WorkGroupTask = z.infer<typeof WorkGroupTask>
export type PlanPost = z.infer<typeof Post>

/** A circumstance that starts the plan; `when` is a formula of facts, absent = judged by a person. */
const StartCondition = z.strictObject({ code: z.string(), text: z.string(), when: z.string().optional(), basis: Basis })

/** What one response level means: who decides it and which measures it brings. */
const ResponseStep = z.strictObject({
  level: z.enum(LEVELS),
  text: z.string(),
  /** Formula of facts that suggests this level; absent = decided by a person. */
  when: z.string().optional(),
  decidedBy: z.string(),
  measures: z.array(z.string()).min(1),
  basis: Basis,
})

/** A report the plan asks for. */
const ReportingRule = z.strictObject({
  code: z.string(),
  kind: z.enum(['initial', 'followUp', 'final']),
  to: z.string(),
  form: z.enum(['phone', 'written']),
  withinMin: z.number().int().positive(),
  when: z.string().optional(),
  basis: Basis,
})

/** Who issued, approved and filed it. Shipped plans are starting points of our own and say so; they are nobody's official text. */
const Review = z.strictObject({
  issuer: z.string(),
  approvedBy: z.string(),
  approvedOn: DayOrNone,
  filedWith: z.string(),
  filedNumber: z.string(),
  filedOn: DayOrNone,
  reviewBy: Day,
})

/** `contingency-plan/1`: one digital contingency plan. All wording of the shipped ones is our own. */
export const ContingencyPlan = z.strictObject({
  schema: z.literal('contingency-plan/1'),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: '只能用小写英文字母、数字，中间可用减号，如 plan-mine-2' }),
  title: z.string().min(1),
  kind: z.enum(PLAN_KINDS),
  version: z.string(),
  types: z.array(z.enum(INCIDENT_TYPES)).min(1),
  scope: Scope,
  /** The special command body that runs it, e.g. 防汛防台抗旱指挥部 ("1+X"). */
  body: z.string(),
  leadUnit: z.string(),
  memberUnits: z.array(z.string()),
  /** Formula of facts without which the plan does not apply; absent = always. */
  appliesWhen: z.string().optional(),
  /**
   * True for a plan that adds to the plan of the hazard, such as relief: it never leads, and its notice and withdrawal never
   * take the place of those of the hazard. Departments and streets always support.
   */
  supporting: z.boolean().optional(),
  /** Ids of plans this one goes before although they are as specific. */
  outranks: z.array(z.string()),
  startConditions: z.array(StartCondition),
  responseLevels: z.array(ResponseStep),
  posts: z.array(Post),
  workGroups: z.array(WorkGroupTask),
  demands: z.array(DemandRule),
  reporting: z.array(ReportingRule),
  chapters: z.array(HandlingChapter).min(1),
  annexes: z.array(z.strictObject({ title: z.string(), text: z.string() })),
  review: Review,
})
export type ContingencyPlan = z.infer<typeof ContingencyPlan>

/** All contingency plans the planner may choose from. */
export interface ContingencyPlanLibrary {
  readonly plans: readonly ContingencyPlan[]
}
