import { AppError } from '#shared/kernel/app-error.ts'

/**
 * Refuses a step over something that was said meanwhile.
 *
 * @throws AppError `conflict` with who said what last.
 */
export function refuseStaleBasis(
  seen: readonly string[],
  present: readonly string[],
  standing: readonly { readonly officer: string; readonly text: string }[],
): void {
  const known = new Set(seen)
  if (known.size === present.length && present.every((id) => known.has(id))) return
  const last = standing.at(-1)
  const words = last === undefined ? '' : `（${last.officer}${last.text === '' ? '' : `：${last.text}`}）`
  throw new AppError('conflict', `此事刚有新的答复${words}，本次未保存；请看过最新内容后再办`, {
    path: 'basis',
    value: [...present],
  })
}
