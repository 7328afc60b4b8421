import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import { planFaults } from './plan-faults.ts'
import type { PlanPath } from './plan-formulas.ts'

/** What stands against approving a plan; `remedy` says what to do about it. */
export interface ApprovalProblem {
  readonly code:
    | 'plan-invalid'
    | 'plan-formula-invalid'
    | 'too-few-posts'
    | 'too-few-actions'
    | 'too-few-phases'
    | 'too-few-must-nots'
    | 'action-after-phase'
    | 'action-without-group'
    | 'type-without-chapter'
    | 'type-of-no-plan'
    | 'phase-backwards'
    | 'first-call-to-nobody'
    | 'no-lead-unit'
    | 'no-issuer'
    | 'no-start-condition'
    | 'levels-missing'
    | 'no-first-report'
    | 'review-passed'
  readonly path: PlanPath
  readonly message: string
  readonly remedy: string
}

const MIN_POSTS = 5
const MIN_ACTIONS = 20
const MIN_PHASES = 3
const MIN_MUST_NOTS = 5

/** What a plan is judged against. */
export interface ApprovalContext {
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** The plans it would run beside: the general plan lends its work groups to every other. */
  readonly beside: readonly ContingencyPlan[]
}

/**
 * Everything that stands against approving a plan, in the order of its text; empty = it may be approved
 * (design rule: a plan that orders too little, orders nobody or is past its review is not approved).
 */
export function approvalProblems(plan: ContingencyPlan, { today, beside }: ApprovalContext): ApprovalProblem[] {
  const general = beside.filter(({ kind, id }) => kind === 'general' && id !== plan.id)
  const groups = new Set(
    [plan, ...general].flatMap(({ workGroups }) => workGroups.map(({ code, hq }) => `${code} ${hq}`)),
  )
  return [
    ...headProblems(plan, today),
    ...typeProblems(plan),
    ...plan.chapters.flatMap((chapter, index) => chapterProblems(groups, chapter, ['chapters', index])),
    ...planFaults(plan).map(({ code, path, message, value }) => ({
      code,
      path,
      message: `${message}：${value}`,
      remedy: '改正后再送审',
    })),
  ]
}

function headProblems(plan: ContingencyPlan, today: string): ApprovalProblem[] {
  const { posts, leadUnit, review, startConditions, responseLevels, reporting } = plan
  const reviewBy = review.reviewBy
  return [
    ...problemIf(leadUnit.trim() === '', 'no-lead-unit', ['leadUnit'], '没有牵头单位', '填写牵头单位'),
    ...problemIf(
      startConditions.length === 0,
      'no-start-condition',
      ['startConditions'],
      '没有启动条件',
      '至少写明一条启动条件及其依据',
    ),
    ...problemIf(
      new Set(responseLevels.map(({ level }) => level)).size < 4,
      'levels-missing',
      ['responseLevels'],
      `响应等级只写了 ${responseLevels.map(({ level }) => level).join('、') || '零级'}`,
      '写全Ⅰ至Ⅳ级，各写明由谁决定、采取哪些措施',
    ),
    ...problemIf(
      posts.length < MIN_POSTS,
      'too-few-posts',
      ['posts'],
      `只有 ${posts.length} 个岗位，至少要 ${MIN_POSTS} 个`,
      '补充岗位，写明单位、替岗和职责',
    ),
    ...problemIf(
      !reporting.some(({ kind }) => kind === 'initial'),
      'no-first-report',
      ['reporting'],
      '没有初报要求',
      '写明向谁、以什么形式、多少分钟内初报',
    ),
    ...problemIf(review.issuer.trim() === '', 'no-issuer', ['review', 'issuer'], '没有编制单位', '填写编制单位'),
    ...problemIf(
      reviewBy <= today,
      'review-passed',
      ['review', 'reviewBy'],
      `复审日期 ${reviewBy} 已到或已过`,
      '复审后填写今天以后的日期',
    ),
  ]
}

/** A type the plan is for without a chapter, and chapters and demands of types it is not for: they would never be used. */
function typeProblems({ types, chapters, demands }: ContingencyPlan): ApprovalProblem[] {
  const handled = new Set(chapters.flatMap((chapter) => chapter.types))
  const bare = types.filter((type) => !handled.has(type))
  const foreign = (part: { readonly types: readonly string[] }): string[] =>
    part.types.filter((type) => !types.some((own) => own === type))
  const unused = (name: string, path: PlanPath, part: { readonly types: readonly string[] }): ApprovalProblem[] =>
    problemIf(
      foreign(part).length > 0,
      'type-of-no-plan',
      [...path, 'types'],
      `${name}写了本预案不管的事件类型 ${foreign(part).join('、')}，永远用不上`,
      '从这里删去，或加到预案的 types',
    )
  return [
    ...problemIf(
      bare.length > 0,
      'type-without-chapter',
      ['types'],
      `事件类型 ${bare.join('、')} 没有处置章节`,
      '补写章节，或从预案的 types 中删去',
    ),
    ...chapters.flatMap((chapter, index) => unused(`“${chapter.title}”`, ['chapters', index], chapter)),
    ...demands.flatMap((rule, index) => unused(`力量需求 ${rule.id} `, ['demands', index], rule)),
  ]
}

function chapterProblems(
  groups: ReadonlySet<string>,
  chapter: ContingencyPlan['chapters'][number],
  path: PlanPath,
): ApprovalProblem[] {
  const actions = chapter.phases.flatMap((phase) => phase.actions)
  const phases = chapter.phases.filter((phase) => phase.actions.length > 0).length
  const name = `“${chapter.title}”`
  return [
    ...problemIf(
      actions.length < MIN_ACTIONS,
      'too-few-actions',
      [...path, 'phases'],
      `${name}只有 ${actions.length} 项行动，至少要 ${MIN_ACTIONS} 项`,
      '补充行动，各写明由哪个组做、几分钟内做完',
    ),
    ...problemIf(
      phases < MIN_PHASES,
      'too-few-phases',
      [...path, 'phases'],
      `${name}的行动只分布在 ${phases} 个阶段，至少要 ${MIN_PHASES} 个`,
      '按先期、处置、收尾分阶段写',
    ),
    ...problemIf(
      new Set(chapter.mustNot.map(({ text }) => text)).size < MIN_MUST_NOTS,
      'too-few-must-nots',
      [...path, 'mustNot'],
      `${name}的禁止事项不足 ${MIN_MUST_NOTS} 条`,
      '补充禁止事项，写明依据',
    ),
    ...chapter.phases.flatMap(({ title, fromMin, toMin }, index) =>
      problemIf(
        toMin < fromMin,
        'phase-backwards',
        [...path, 'phases', index, 'toMin'],
        `${name}的阶段“${title}”在第 ${toMin} 分钟结束，却从第 ${fromMin} 分钟开始`,
        '改正起止时间',
      ),
    ),
    ...chapter.firstOrders.flatMap(({ id, to }, index) =>
      problemIf(
        (to.post ?? to.agency ?? to.capability ?? '').trim() === '',
        'first-call-to-nobody',
        [...path, 'firstOrders', index, 'to'],
        `首批电话 ${id} 没有写打给谁`,
        '写明岗位（post）、单位（agency）或队伍能力（capability）之一',
      ),
    ),
    ...chapter.phases.flatMap((phase, index) => actionProblems(groups, phase, [...path, 'phases', index, 'actions'])),
  ]
}

function actionProblems(
  groups: ReadonlySet<string>,
  phase: ContingencyPlan['chapters'][number]['phases'][number],
  path: PlanPath,
): ApprovalProblem[] {
  return phase.actions.flatMap(({ code, dueMin, group, hq }, index) => [
    ...problemIf(
      dueMin > phase.toMin,
      'action-after-phase',
      [...path, index, 'dueMin'],
      `行动 ${code} 要求 ${dueMin} 分钟内完成，晚于本阶段结束（${phase.toMin} 分钟）`,
      '改正时限，或移到后面的阶段',
    ),
    ...problemIf(
      !groups.has(`${group} ${hq}`),
      'action-without-group',
      [...path, index, 'group'],
      `行动 ${code} 交给工作组 ${group}，但本预案和总体预案都没有它在${HQ_NAMES[hq]}的一组`,
      '在工作组中补上该组，或改派给已有的组',
    ),
  ])
}

const HQ_NAMES = { administrative: '行政指挥部', tactical: '战术指挥部' } as const

function problemIf(
  holds: boolean,
  code: ApprovalProblem['code'],
  path: PlanPath,
  ...[message, remedy]: readonly [string, string]
): ApprovalProblem[] {
  return holds ? [{ code, path, message, remedy }] : []
}
