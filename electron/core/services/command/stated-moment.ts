import { AppError } from '#shared/kernel/app-error.ts'
import { parseInstant } from '#shared/kernel/instant.ts'

/** Refuses a time that somebody stated and that is none. @throws AppError `bad-time`. */
export function requireMoment(at: string, path: string): void {
  if (parseInstant(at) !== null) return
  throw new AppError('bad-time', `时间“${at}”不完整；请按“时:分”填写，例如 10:24`, { path, value: at })
}
