import type { LibraryDifference } from '#shared/contract/library.contract.ts'

/** Differences of one part, inside one chapter or outside all. */
export interface PartDifferences {
  readonly part: string
  readonly chapter: string | null
  readonly lines: readonly LibraryDifference[]
}

/** Differences part by part, in the order they are told. */
export function groupByPart(differences: readonly LibraryDifference[]): readonly PartDifferences[] {
  const groups = new Map<string, { part: string; chapter: string | null; lines: LibraryDifference[] }>()
  for (const line of differences) {
    const key = JSON.stringify([line.part, line.chapter])
    const group = groups.get(key) ?? { part: line.part, chapter: line.chapter, lines: [] }
    group.lines.push(line)
    groups.set(key, group)
  }
  return [...groups.values()]
}
