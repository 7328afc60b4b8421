import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { AppError } from '#shared/kernel/app-error.ts'

/** Reads `dispatch-plan/1`, also one edited by hand. Throws `bad-input` with the first field that is wrong. */
export function parsePlan(value: unknown, file: string): DispatchPlan {
  const result = DispatchPlan.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = (issue?.path ?? []).map(String).join('.')
  const field = path === '' ? '整份文件' : `字段 ${path}`
  throw new AppError(
    'bad-input',
    `方案“${file}”的${field}不符合 dispatch-plan/1：${issue?.message ?? ''}。请对照 schema dispatch-plan-1 改正。`,
    {
      path,
      value: issue?.code === 'invalid_value' ? issue.values : null,
    },
  )
}
