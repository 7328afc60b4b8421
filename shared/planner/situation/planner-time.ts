import type { Incident } from '../../domain/incident.ts'
import { AppError } from '../../kernel/app-error.ts'
import { parseInstant, type Instant } from '../../kernel/instant.ts'

const TIME_NAMES = { asOf: '情况截至时间', receivedAt: '接报时间', occurredAt: '事发时间' } as const

/** Planner time: `asOf`, else `receivedAt`, else `occurredAt`, in the offset it was written in. Throws `bad-time`. */
export function plannerTime(incident: Pick<Incident, 'asOf' | 'receivedAt' | 'occurredAt'>): Instant {
  for (const key of ['asOf', 'receivedAt', 'occurredAt'] as const) {
    const text = incident[key]
    if (text === undefined || text === null) continue
    return requireInstant(text, key, TIME_NAMES[key])
  }
  throw new AppError(
    'bad-time',
    '没有任何时间：请填写接报时间（receivedAt）或事发时间（occurredAt），例如 2026-07-14T10:20:00+08:00。',
    { path: 'receivedAt', value: null },
  )
}

/** Reads a time that must exist and carry an offset. Throws `bad-time` with the field and the remedy. */
export function requireInstant(text: string, path: string, name: string): Instant {
  const instant = parseInstant(text)
  if (instant !== null) return instant
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/.test(text)
  const remedy = hasOffset ? '日期或时刻不存在，或格式不对' : '缺少时区'
  throw new AppError('bad-time', `${name}（${path}）“${text}”${remedy}：请写成 2026-07-14T10:20:00+08:00 的形式。`, {
    path,
    value: text,
  })
}
