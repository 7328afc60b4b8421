import { expect, it } from 'vitest'
import { join } from 'node:path'
import { loadContingencyPlans } from '#electron/core/planning/load-references.ts'
import { matchedPlans, matchedTemplates } from '#shared/planner/handling/merge-templates.ts'

const LIBRARY = loadContingencyPlans(join(import.meta.dirname, '..', '..', '..', 'resources', 'contingency-plans'))

/** The plans as the matching stage gives them, in this order. */
function matched(...ids: string[]): Parameters<typeof matchedPlans>[1] {
  return ids.map((id) => {
    const plan = LIBRARY.plans.find((entry) => entry.id === id)
    if (plan === undefined) throw new Error(`no plan ${id}`)
    return { id, title: plan.title, kind: plan.kind, version: plan.version, reasons: [] }
  })
}

it('lets the plan of the hazard speak before street and department plans, the general plan last', () => {
  const given = matched('plan-street-daqi', 'plan-communications', 'plan-flood-defence', 'plan-general')
  expect(matchedPlans(LIBRARY, given).map(({ id }) => id)).toEqual([
    'plan-flood-defence',
    'plan-street-daqi',
    'plan-communications',
    'plan-general',
  ])
  const [first] = matchedTemplates(LIBRARY, given, 'flood')
  expect(first?.id).toBe('flood')
  expect(first?.publicMessage.text).not.toContain('大碶街道提醒')
})
