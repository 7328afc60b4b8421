import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadContingencyPlans } from '#electron/core/planning/load-references.ts'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { approvalProblems } from '#shared/planner/library/approval-problems.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const { plans } = loadContingencyPlans(join(RESOURCES, 'contingency-plans'))
const MINE = plans.find(({ id }) => id === 'plan-mine')
if (MINE === undefined) throw new Error('no plan for mines')
const TODAY = '2026-07-14'

function codesOf(change: Partial<ContingencyPlan>, beside = plans): string[] {
  const problems = approvalProblems({ ...MINE, ...change } as ContingencyPlan, { today: TODAY, beside }) // MINE is whole
  return [...new Set(problems.map(({ code }) => code))]
}

function withChapter(change: (chapter: ContingencyPlan['chapters'][number]) => object): Partial<ContingencyPlan> {
  return { chapters: (MINE?.chapters ?? []).map((chapter) => ({ ...chapter, ...change(chapter) })) }
}

describe('what stands against approving a plan', () => {
  it.each(plans.map((plan) => [plan.title, plan] as const))('is nothing for the starter %s', (_, plan) => {
    expect(approvalProblems(plan, { today: TODAY, beside: plans })).toEqual([])
  })

  it('is four posts where five are wanted, with what to do about it', () => {
    const four = (MINE?.posts ?? []).slice(0, 4)
    const [problem] = approvalProblems({ ...MINE, posts: four }, { today: TODAY, beside: plans }) // as above
    expect(problem).toEqual({
      code: 'too-few-posts',
      path: ['posts'],
      message: '只有 4 个岗位，至少要 5 个',
      remedy: '补充岗位，写明单位、替岗和职责',
    })
    expect(codesOf({ posts: (MINE?.posts ?? []).slice(0, 5) })).toEqual([])
  })

  it('is a chapter with 19 actions, with two phases or with four must-nots', () => {
    const keep = (count: number): Partial<ContingencyPlan> => {
      let left = count
      return withChapter(({ phases }) => ({
        phases: phases.map((phase) => {
          const actions = phase.actions.slice(0, left)
          left -= actions.length
          return { ...phase, actions }
        }),
      }))
    }
    expect(codesOf(keep(20))).not.toContain('too-few-actions')
    expect(codesOf(keep(19))).toContain('too-few-actions')
    expect(codesOf(withChapter(({ phases }) => ({ phases: phases.slice(0, 2) })))).toContain('too-few-phases')
    expect(codesOf(withChapter(({ mustNot }) => ({ mustNot: mustNot.slice(0, 4) })))).toEqual(['too-few-must-nots'])
  })

  it('is a review date of today, but not of tomorrow', () => {
    const review = (reviewBy: string): Partial<ContingencyPlan> =>
      MINE === undefined ? {} : { review: { ...MINE.review, reviewBy } }
    expect(codesOf(review('2026-07-14'))).toEqual(['review-passed'])
    expect(codesOf(review('2026-07-15'))).toEqual([])
  })

  it('is an action of a group that stands at the other headquarters, and one due after its phase', () => {
    const moved = withChapter(({ phases }) => ({
      phases: phases.map((phase, index) =>
        index > 0 ? phase : { ...phase, actions: phase.actions.map((action) => ({ ...action, group: 'G_SEC' })) },
      ),
    }))
    expect(codesOf(moved, [])).toContain('action-without-group')
    const late = withChapter(({ phases }) => ({
      phases: phases.map((phase) => ({
        ...phase,
        actions: phase.actions.map((action) => ({ ...action, dueMin: phase.toMin + 1 })),
      })),
    }))
    expect(codesOf(late)).toEqual(['action-after-phase'])
  })

  it('is a head without lead unit, start, levels, first report or issuer', () => {
    const review = MINE === undefined ? {} : { review: { ...MINE.review, issuer: ' ' } }
    const bare = { leadUnit: '', startConditions: [], responseLevels: [], reporting: [], ...review }
    expect(codesOf(bare)).toEqual([
      ...['no-lead-unit', 'no-start-condition', 'levels-missing', 'no-first-report', 'no-issuer'],
    ])
  })

  it('is a formula that cannot be worked out, wherever it stands, and a name used twice', () => {
    const [rule] = MINE?.demands ?? []
    if (rule === undefined) throw new Error('the plan for mines has no demand')
    const demand = (quantity: string): Partial<ContingencyPlan> => ({ demands: [{ ...rule, when: 'true', quantity }] })
    expect(codesOf(demand('max(1, trapped)'))).toEqual(['plan-formula-invalid']) // nothing when trapped is unknown
    expect(codesOf(demand('known(trapped) ? trapped : 1'))).toEqual([])
    expect(codesOf(demand('nobodyKnows + 1'))).toEqual(['plan-formula-invalid'])
    expect(codesOf({ appliesWhen: 'alarmGrade > 2' })).toEqual(['plan-formula-invalid']) // only a demand knows the grade
    expect(codesOf({ appliesWhen: 'trapped + 1' })).toEqual(['plan-formula-invalid'])
    expect(codesOf({ demands: [rule, rule] })).toEqual(['plan-invalid'])
  })

  it('is a type without a chapter, and a chapter or a demand of a type the plan is not for', () => {
    expect(codesOf({ types: ['mine', 'flood'] })).toEqual(['type-without-chapter'])
    expect(codesOf({ types: ['flood'] })).toEqual(['type-without-chapter', 'type-of-no-plan'])
    expect(codesOf(withChapter(({ types }) => ({ types: [...types, 'flood'] })))).toEqual(['type-of-no-plan'])
    const demands = (MINE?.demands ?? []).map((rule) => ({ ...rule, types: ['mine' as const, 'port' as const] }))
    expect(codesOf({ demands })).toEqual(['type-of-no-plan'])
  })

  it('is a phase that ends before it begins, and a first call to nobody', () => {
    const turned = withChapter(({ phases }) => ({
      phases: phases.map((phase) => ({ ...phase, fromMin: phase.toMin + 1 })),
    }))
    expect(codesOf(turned)).toEqual(['phase-backwards'])
    const calls = withChapter(({ firstOrders }) => ({ firstOrders: firstOrders.map((call) => ({ ...call, to: {} })) }))
    expect(codesOf(calls)).toEqual(['first-call-to-nobody'])
  })
})
