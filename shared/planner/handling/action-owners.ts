import type { ActionTemplate } from '../../domain/handling-chapter.ts'
import type { Reason } from '../../domain/reason.ts'
import { isTrue, type FormulaScope } from '../formula/evaluate-formula.ts'
import { makeReason } from '../reason.ts'
import type { HandlingTemplate } from './merge-templates.ts'

const HQ_NAMES = { administrative: '行政指挥部', tactical: '战术指挥部' } as const

/** Who orders what: for every action code the best matched chapter that has it, and what other chapters wanted of the same code. */
export interface ActionOwner {
  readonly template: HandlingTemplate
  readonly conflicts: readonly Reason[]
}

/**
 * For every action whose condition holds the chapter whose words count: the first in rank, also where a later one would
 * order it in an earlier phase. Another deadline or headquarters for the same code is not followed, but said.
 */
export function actionOwners(
  templates: readonly HandlingTemplate[],
  scope: FormulaScope,
): ReadonlyMap<string, ActionOwner> {
  const owners = new Map<string, { action: ActionTemplate; template: HandlingTemplate; conflicts: Reason[] }>()
  for (const template of templates) {
    for (const action of template.phases.flatMap((phase) => phase.actions)) {
      if (!isTrue(action.when, scope)) continue
      const owner = owners.get(action.code)
      if (owner === undefined) owners.set(action.code, { action, template, conflicts: [] })
      else if (owner.template !== template && isOther(action, owner.action))
        owner.conflicts.push(conflictReason(owner, action, template))
    }
  }
  return owners
}

function isOther(action: ActionTemplate, own: ActionTemplate): boolean {
  return action.dueMin !== own.dueMin || action.hq !== own.hq
}

function conflictReason(
  owner: { action: ActionTemplate; template: HandlingTemplate },
  action: ActionTemplate,
  template: HandlingTemplate,
): Reason {
  return makeReason('plan-conflict', {
    plan: owner.template.planTitle,
    own: termsOf(owner.action),
    other: template.planTitle,
    others: termsOf(action),
  })
}

function termsOf({ dueMin, hq }: ActionTemplate): string {
  return `${HQ_NAMES[hq]}，${dueMin} 分钟内`
}
