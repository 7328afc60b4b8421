import { AppError } from '#shared/kernel/app-error.ts'
import { readPlanText } from '../planning/read-plan-text.ts'
import type { WrittenPlan } from '../planning/record-plan-change.ts'
import { decodeText } from './decode-text.ts'
import type { RowProblem } from './import-report.ts'
import type { SourceFile } from './source-files.ts'

/** Largest plan file that is opened, bytes. */
const MAX_PLAN_BYTES = 2 * 1024 * 1024

/** What one file of `contingency_plans` held: the plan, or what is wrong with it. */
export interface ReadPlanSource {
  readonly file: string
  readonly written: WrittenPlan | null
  readonly problems: readonly RowProblem[]
}

/** Reads one contingency plan of a data set. Throws `file-too-large` or `file-broken` for what is no text. */
export function readPlanSource({ name, bytes }: SourceFile): ReadPlanSource {
  const content = bytes()
  if (content.byteLength > MAX_PLAN_BYTES) {
    throw new AppError('file-too-large', `数字预案“${name}”超过 2 MB，不可能是一部预案。请确认选对了文件。`, {
      path: name,
      value: content.byteLength,
    })
  }
  const text = decodeText(content, name)
  const { plan, problems } = readPlanText(text)
  return {
    file: name,
    written: plan === null ? null : { plan, text },
    problems: problems.map(({ code, line, path, value, message }) => ({ code, line, column: path, value, message })),
  }
}

/** Refuses a plan whose id an earlier file already brought. */
export function refuseRepeatedPlans(sources: readonly ReadPlanSource[]): ReadPlanSource[] {
  const seen = new Map<string, string>()
  return sources.map((source) => {
    const id = source.written?.plan.id
    if (id === undefined) return source
    const first = seen.get(id)
    if (first === undefined) {
      seen.set(id, source.file)
      return source
    }
    const line = Math.max(1, (source.written?.text ?? '').split('\n').findIndex((row) => row.startsWith('id:')) + 1)
    const message = `预案编号“${id}”在文件 ${first} 中已有。请只保留一处。`
    return { ...source, written: null, problems: [{ line, column: 'id', value: id, code: 'duplicate-id', message }] }
  })
}
