import type * as z from 'zod'
import { AppError, type ErrorCode } from '../kernel/app-error.ts'
import { Incident } from './incident.ts'
import { INCIDENT_TYPES } from './taxonomy.ts'

/**
 * Reads `incident/1` from any value. Throws `AppError`: `unknown-type` for a type that is no key, `negative-count`,
 * `coordinates-swapped` where the latitude can only be a longitude, else `bad-input`; the path names the field.
 */
export function parseIncident(input: unknown): Incident {
  refuseSwappedPosition(input)
  const result = Incident.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  if (issue === undefined) throw new AppError('bad-input', '事件信息无法读取：请检查整份文件。')
  throw errorOf(issue, input)
}

function refuseSwappedPosition(input: unknown): void {
  const lng = valueAt(input, ['location', 'lng'])
  const lat = valueAt(input, ['location', 'lat'])
  if (typeof lng !== 'number' || typeof lat !== 'number') return
  if (Math.abs(lat) <= 90 || Math.abs(lng) > 90 || Math.abs(lat) > 180) return
  throw new AppError(
    'coordinates-swapped',
    `位置（location）的经纬度写反了：lng=${lng}，lat=${lat}。请对调，写成 lng=${lat}，lat=${lng}。`,
    { path: 'location', value: { lng, lat } },
  )
}

function errorOf(issue: z.core.$ZodIssue, input: unknown): AppError {
  const path = issue.path.map(String).join('.')
  const value = valueAt(input, issue.path)
  const shown = describe(value)
  if (path === 'type' && value !== undefined) {
    return new AppError(
      'unknown-type',
      `事件类型（type）${shown}不在支持的类型之内。可用类型：${INCIDENT_TYPES.join('、')}。`,
      { path, value },
    )
  }
  const code: ErrorCode =
    typeof value === 'number' && value < 0 && issue.code === 'too_small' && issue.minimum === 0
      ? 'negative-count'
      : 'bad-input'
  const field = path === '' ? '事件信息' : `字段 ${path}`
  const remedy = remedyOf(issue)
  return new AppError(code, `${field} 的值${shown}不正确：${remedy}`, { path, value })
}

function remedyOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `应为${KIND_NAMES[issue.expected] ?? issue.expected}，请补上或改正。`
    case 'too_small':
      return issue.minimum === 0 ? '不能小于 0；未知请留空。' : `不能小于 ${issue.minimum}，请改正。`
    case 'too_big':
      return `不能大于 ${issue.maximum}，请改正。`
    case 'invalid_value':
      return `只能是以下之一：${issue.values.map(String).join('、')}。`
    case 'invalid_format':
      return '格式不对，请按“类别:编号”写，如 team:T-01。'
    case 'invalid_union':
      return '应为数字、带 value、min 或 max 的对象，或留空表示未知。'
    default:
      return '请按事件格式 incident/1 改正。'
  }
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  boolean: 'true 或 false',
  object: '对象',
  array: '列表',
  record: '对象',
}

function describe(value: unknown): string {
  if (value === undefined) return '（未填写）'
  const text = JSON.stringify(value) ?? '（无法显示）'
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = new Map<PropertyKey, unknown>(Object.entries(value)).get(typeof key === 'number' ? String(key) : key)
  }
  return value
}
