import type { Incident } from '#shared/domain/incident.ts'
import { LEVEL_KINDS, type LevelKind, type LevelRise } from '#shared/domain/level-record.ts'
import type { Level } from '#shared/domain/taxonomy.ts'
import { graver } from '#shared/planner/grading/levels.ts'
import type { Grading } from '#shared/planner/problem.ts'
import { grade } from '#shared/planner/stages/grade.ts'
import { readFacts } from '#shared/planner/stages/read-facts.ts'
import type { LibrarySource } from './library-source.ts'
import type { PlanningReferences } from './planning-port.ts'

/** What grading works with. */
export interface GradingParts {
  readonly library: LibrarySource
  readonly references: () => PlanningReferences
}

/** Event level, response level and alarm grade of facts, by the scales in force; no plan is made. */
export function gradeIncident(core: GradingParts, incident: Incident): Grading {
  const problem = { incident, dataset: core.library.current(), ...core.references() }
  return grade(problem, { facts: readFacts(problem).value }).value
}

/** What rose from one grading to the next, event level and response level apart. */
export function risesBetween(before: Grading, after: Grading, revision: number): LevelRise[] {
  return LEVEL_KINDS.flatMap((of) => {
    const [from, to] = [computedLevel(before, of), computedLevel(after, of)]
    if (to === null || to === from || graver(from, to) !== to) return []
    return [{ of, from, to, revision, ...decidingRule(after, of) }]
  })
}

/** The computed level of one kind. */
export function computedLevel({ level, response }: Grading, of: LevelKind): Level | null {
  return of === 'event' ? level.value : response.value
}

/** The criterion that stands for the new level, in words: the rule and the fact that met it. */
function decidingRule({ level, response }: Grading, of: LevelKind): { rule: string; text: string } {
  const [criterion] = level.criteria
  if (of === 'event' && criterion !== undefined) return { rule: criterion.rule, text: criterion.text }
  const [reason] = response.basis
  return { rule: reason?.code ?? 'response', text: reason?.text ?? '' }
}
