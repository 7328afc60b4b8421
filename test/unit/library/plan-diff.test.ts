import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadContingencyPlans } from '#electron/core/planning/load-references.ts'
import { planDiff } from '#shared/planner/library/plan-diff.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

const { plans } = loadContingencyPlans(join(RESOURCES, 'contingency-plans'))

describe('the difference between two versions of a plan', () => {
  it.each(plans.map((plan) => [plan.id, plan] as const))('is nothing between %s and itself', (_, plan) => {
    expect(planDiff(plan, structuredClone(plan))).toEqual([])
  })

  it('tells an action that was added, one that is gone and one that changed, each with its chapter', () => {
    const plan = plans.find(({ id }) => id === 'plan-mine')
    const [chapter] = plan?.chapters ?? []
    const [phase] = chapter?.phases ?? []
    const [first, second] = phase?.actions ?? []
    if (!plan || !chapter || !phase || !first || !second) throw new Error('the plan for mines is too short')
    const fresh = { ...first, code: 'MI_NEW', text: '清点井下人数' }
    const later = { ...second, dueMin: second.dueMin + 1 }
    const phases = [{ ...phase, actions: [later, fresh, ...phase.actions.slice(2)] }, ...chapter.phases.slice(1)]
    const after = { ...plan, chapters: [{ ...chapter, phases }, ...plan.chapters.slice(1)] }
    const changes = planDiff(plan, after)
    expect(changes.map(({ kind, part, chapter: where, key }) => [kind, part, where, key])).toEqual([
      ['removed', 'actions', chapter.id, first.code],
      ['changed', 'actions', chapter.id, second.code],
      ['added', 'actions', chapter.id, 'MI_NEW'],
    ])
    expect(changes[1]?.fields).toEqual([
      { field: 'dueMin', before: String(second.dueMin), after: String(second.dueMin + 1) },
    ])
    expect(changes[2]?.fields.find(({ field }) => field === 'text')).toEqual({
      ...{ field: 'text', before: null, after: '清点井下人数' },
    })
  })

  it('leaves nothing untold: any changed word of a plan is in one line', () => {
    for (const plan of plans) {
      const text = JSON.stringify(plan)
      const words = [...new Set(text.match(/"[^"]*[\u4e00-\u9fff]{4,}[^"]*"/g) ?? [])].slice(0, 400)
      for (const word of words.filter((_, index) => index % 40 === 0)) {
        const changed = JSON.parse(text.replace(word, `${word.slice(0, -1)}改"`)) as typeof plan // one word of it differs
        const told = planDiff(plan, changed)
        expect(told.length, `${plan.id} ${word}`).toBeGreaterThan(0)
      }
    }
  })
})
