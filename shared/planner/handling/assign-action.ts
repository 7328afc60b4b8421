import type { ActionTemplate } from '../../domain/handling-chapter.ts'
import type { HeadquartersPlan, PostHolder } from '../../domain/plan/dispatch-plan.ts'
import type { Action } from '../../domain/plan/handling-plan.ts'
import type { Headquarters } from '../../domain/taxonomy.ts'
import type { Contact } from '../people/post-holder.ts'

type BothHeadquarters = Readonly<Record<Headquarters, HeadquartersPlan>>

/**
 * Who carries out an action: the lead of its group at its headquarters, else the commander there, else anyone in the line
 * of command. Null only when the roster is empty.
 */
export function assigneeOf(
  template: Pick<ActionTemplate, 'hq' | 'group'>,
  headquarters: BothHeadquarters,
): Contact | null {
  const here = headquarters[template.hq]
  const there = headquarters[template.hq === 'administrative' ? 'tactical' : 'administrative']
  const lead = here.workGroups.find((group) => group.code === template.group)?.lead
  const holder: PostHolder | null | undefined =
    lead ?? here.commander ?? here.posts[0] ?? there.commander ?? there.posts[0]
  if (holder === undefined || holder === null) return null
  return { personId: holder.personId, name: holder.name, phone: holder.phone }
}

/** Named when the roster is empty, so that the gap stands in the plan and `roster-empty` blocks it. */
export const NOBODY: Action['assignee'] = { personId: '', name: '值班表无人', phone: '' }
