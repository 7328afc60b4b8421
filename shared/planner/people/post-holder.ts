import type { PersonRow } from '../../domain/dataset/tables.ts'
import type { PostHolder } from '../../domain/plan/dispatch-plan.ts'
import type { DutyRoster } from './roster.ts'
import type { PostDefinition } from './posts.ts'

/** Name and number of a person. */
export interface Contact {
  readonly personId: string
  readonly name: string
  readonly phone: string
}

export function contactOf(person: PersonRow): Contact {
  return { personId: person.id, name: person.name, phone: person.phone }
}

/** The person of a post on this shift with the deputy, or null when nobody is. */
export function holderOf(roster: DutyRoster, definition: PostDefinition): PostHolder | null {
  const person = roster.holders(definition.post)[0]
  if (person === undefined) return null
  const deputy = roster.holders(definition.deputyPost).find((candidate) => candidate.id !== person.id)
  const { post, title } = definition
  return { post, title, ...contactOf(person), deputy: deputy === undefined ? null : contactOf(deputy), onDuty: true }
}

/** A post that nobody holds on this shift, filled by the person who answers for it; `onDuty` is false. */
export function fallbackHolder(definition: PostDefinition, fallback: PostHolder): PostHolder {
  const { personId, name, phone } = fallback
  return { post: definition.post, title: definition.title, personId, name, phone, deputy: null, onDuty: false }
}
