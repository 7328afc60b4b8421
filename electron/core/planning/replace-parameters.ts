import { Parameters } from '#shared/domain/parameters/parameters.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { digestOf } from '#shared/kernel/digest.ts'

/**
 * Parameters with some values replaced: objects are merged key by key, everything else (also lists) is replaced whole.
 * The version becomes the digest of the result. Throws `bad-input` naming the parameter.
 */
export function replaceParameters(base: Parameters, changes: unknown, file: string): Parameters {
  if (!isRecord(changes)) {
    throw new AppError('bad-input', `参数文件“${file}”应为一个 JSON 对象，如 {"travel":{…}}。`, {
      path: file,
      value: null,
    })
  }
  const merged = merge(base, changes)
  const { version, ...sections } = isRecord(merged) ? merged : { version: '' }
  const isSame = digestOf(sections) === digestOf(withoutVersion(base))
  const result = Parameters.safeParse({ ...sections, version: isSame ? version : digestOf(sections) })
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = (issue?.path ?? []).map(String).join('.')
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.join('、') : ''
  const where = [path, keys].filter((part) => part !== '').join('.')
  throw new AppError(
    'bad-input',
    `参数文件“${file}”的 ${where} 不对：${issue?.message ?? ''}。请对照 resources/parameters 中的同名参数改正。`,
    {
      path: where,
      value: valueAt(changes, issue?.path ?? []),
    },
  )
}

function merge(base: unknown, changes: unknown): unknown {
  if (!isRecord(base) || !isRecord(changes)) return changes
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(changes))
    merged[key] = Object.hasOwn(base, key) ? merge(base[key], value) : value
  return merged
}

function withoutVersion(parameters: Parameters): object {
  return Object.fromEntries(Object.entries(parameters).filter(([key]) => key !== 'version'))
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (isRecord(value) ? value[String(key)] : undefined), input) ?? null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
