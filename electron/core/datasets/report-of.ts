import type { Dataset, DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type { BoundingBox, FileReport, ImportReport } from './import-report.ts'
import { countChanges } from './merge-dataset.ts'
import type { WrittenPlan } from '../planning/record-plan-change.ts'
import type { ReadPlanSource } from './read-plan-source.ts'
import { problemOfBroken, type ReadSources } from './read-sources.ts'
import { kindLabelOf, type ReadFile } from './record-kind.ts'

/** What a contingency plan is beside those that are there already. */
export type PlanStanding = (written: WrittenPlan) => 'new' | 'unchanged' | 'changed'

/** The row-by-row report of what was read, against what is there already. */
export function reportOf(
  base: Dataset,
  { head, files, plans, broken }: ReadSources,
  standing: PlanStanding = () => 'new',
): ImportReport {
  const reports: FileReport[] = [
    ...(head === null ? [] : [headReport(base.head, head)]),
    ...files.map((file) => fileReport(base, file)),
    ...plans.map((plan) => planReport(plan, standing)),
    ...broken.map((file) => ({
      file: file.file,
      kind: file.kind,
      read: 0,
      new: 0,
      changed: 0,
      unchanged: 0,
      refused: 0,
      problems: [problemOfBroken(file)],
    })),
  ]
  return { ok: reports.every(({ problems }) => problems.length === 0), files: reports }
}

function headReport(before: DatasetHead, head: { readonly file: string; readonly value: DatasetHead }): FileReport {
  const isSame = canonicalJson(before) === canonicalJson(head.value)
  const isNew = before.id !== head.value.id
  return {
    file: head.file,
    kind: 'dataset',
    read: 1,
    new: isNew ? 1 : 0,
    changed: !isNew && !isSame ? 1 : 0,
    unchanged: isSame ? 1 : 0,
    refused: 0,
    problems: [],
  }
}

function fileReport(base: Dataset, file: ReadFile): FileReport {
  const bbox = file.kind === 'roads' ? boundingBox(file) : null
  return {
    file: file.file,
    kind: kindLabelOf(file.kind),
    read: file.read,
    ...countChanges(base, file),
    refused: file.refused,
    problems: file.problems,
    ...(file.notes === undefined || file.notes.length === 0 ? {} : { notes: file.notes }),
    ...(bbox === null ? {} : { bbox }),
    ...(file.outside === undefined ? {} : { outside: file.outside }),
  }
}

function planReport({ file, written, problems }: ReadPlanSource, standing: PlanStanding): FileReport {
  const is = written === null ? null : standing(written)
  const count = (wanted: typeof is): number => (is === wanted ? 1 : 0)
  const counts = { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), refused: count(null) }
  return { file, kind: 'contingency_plans', read: 1, ...counts, problems }
}

function boundingBox({ records }: ReadFile): BoundingBox | null {
  const box: BoundingBox = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { value } of records) {
    const line: unknown = Reflect.get(value, 'coordinates')
    if (!Array.isArray(line)) continue
    for (const position of line) extend(box, position)
  }
  return Number.isFinite(box[0]) ? box : null
}

function extend(box: BoundingBox, position: unknown): void {
  if (!Array.isArray(position)) return
  const [lng, lat] = position as readonly unknown[] // Array.isArray alone leaves the members as any
  if (typeof lng !== 'number' || typeof lat !== 'number') return
  box[0] = Math.min(box[0], lng)
  box[1] = Math.min(box[1], lat)
  box[2] = Math.max(box[2], lng)
  box[3] = Math.max(box[3], lat)
}
