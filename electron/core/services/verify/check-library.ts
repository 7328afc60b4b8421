import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { findContent } from '../../db/repositories/contents.repo.ts'
import { readDataset } from '../../db/repositories/dataset.repo.ts'
import { readPlansOfLibrary } from '../../db/repositories/plan.repo.ts'
import { checkLibraryHistory } from './check-library-history.ts'
import type { Problem } from './problem.ts'

/** The library is what its history says, and the plans made from it name only lots, people and teams that are in it. */
export function checkLibrary(db: ReadDb): Problem[] {
  const dataset = readDataset(db)
  if (dataset === null) return []
  return [...checkLibraryHistory(db, dataset), ...checkReferences(db, dataset)]
}

/** Plans made from an earlier library are history and name its records; only those of the present one are looked up. */
function checkReferences(db: ReadDb, dataset: Dataset): Problem[] {
  const known = {
    lot: new Set(dataset.stock.map((row) => row.lotId)),
    person: new Set(dataset.people.map((row) => row.id)),
    team: new Set(dataset.teams.map((row) => row.id)),
  }
  return readPlansOfLibrary(db, dataset.version).flatMap(({ incidentId, plan }) => {
    const parsed = DispatchPlan.safeParse(parseJson(findContent(db, plan.contentHash) ?? 'null'))
    const row = `${incidentId} ${plan.version}`
    if (!parsed.success) return [{ code: 'plan-unreadable', text: `方案 ${row} 无法读取`, table: 'plan_versions', row }]
    return referencesOf(parsed.data)
      .filter(({ kind, id }) => !known[kind].has(id))
      .map(({ kind, id }) => ({
        code: `missing-${kind}`,
        text: `方案 ${row} 引用的${NAMES[kind]} ${id} 不在资源库中`,
        table: 'plan_versions',
        row,
      }))
  })
}

type ReferenceKind = 'lot' | 'person' | 'team'
const NAMES: Readonly<Record<ReferenceKind, string>> = { lot: '物资批次', person: '人员', team: '队伍' }

function referencesOf(plan: DispatchPlan): { kind: ReferenceKind; id: string }[] {
  const { administrative, tactical } = plan.headquarters
  const people = [
    ...plan.forcePlan.experts.map((expert) => expert.personId),
    ...plan.handlingPlan.phases.flatMap((phase) => phase.actions.map((action) => action.assignee.personId)),
    ...[administrative, tactical].flatMap(({ commander, posts }) =>
      [...(commander ? [commander] : []), ...posts].flatMap((post) => [post.personId, post.deputy?.personId ?? '']),
    ),
  ]
  const references: { kind: ReferenceKind; id: string }[] = [
    ...plan.forcePlan.supplies.allocations.map(({ lotId }) => ({ kind: 'lot' as const, id: lotId })),
    ...plan.forcePlan.assignments.map(({ teamId }) => ({ kind: 'team' as const, id: teamId })),
    ...people.map((id) => ({ kind: 'person' as const, id })),
  ]
  const unique = new Map(references.filter(({ id }) => id !== '').map((found) => [`${found.kind} ${found.id}`, found]))
  return [...unique.values()]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // reported as unreadable by the caller
  }
}
