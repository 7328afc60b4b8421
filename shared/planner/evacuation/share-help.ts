import type { PeopleSource } from './people-source.ts'

/**
 * The parts of a group that go different ways, each with those of its own who need help: the first parts take them first,
 * so that over all parts nobody is counted twice.
 */
export function shareHelp<T extends { readonly people: number }>(
  source: PeopleSource,
  parts: readonly T[],
): { readonly part: T; readonly source: PeopleSource }[] {
  let left = source.specialNeeds
  return parts.map((part) => {
    const specialNeeds = Math.min(left, part.people)
    left -= specialNeeds
    return { part, source: { ...source, specialNeeds } }
  })
}
