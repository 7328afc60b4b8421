import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { ReadinessParameters } from '../../domain/parameters/readiness.ts'
import type { ReadinessFinding } from '../../domain/readiness.ts'
import { daysBetween, readinessFinding } from './readiness-finding.ts'

/**
 * Rosters that are missing, ended or not kept up on a day. Without anybody on duty a plan cannot be given out: `block`.
 * Rosters by weekday have no date of their own; the data set's counts.
 */
export function checkRosters(
  { rosters, head }: Pick<Dataset, 'rosters' | 'head'>,
  today: string,
  { rosterMaxAgeDays }: Pick<ReadinessParameters, 'rosterMaxAgeDays'>,
): ReadinessFinding[] {
  const about = { kind: 'roster', where: 'rosters', name: '值班表' } as const
  if (rosters.length === 0)
    return [readinessFinding({ ...about, code: 'roster-missing', severity: 'block', facts: {} })]
  const dated = rosters.filter(({ date }) => date.includes('-')).map(({ date }) => date)
  const last = dated.reduce((latest, date) => (date > latest ? date : latest), '')
  if (dated.length === rosters.length) {
    if (last >= today) return []
    const facts = { last, today }
    const stale = { ...about, code: 'roster-stale', wording: 'roster-ended', facts, since: last } as const
    return [readinessFinding({ ...stale, severity: 'block' })]
  }
  const asOf = head.asOf.slice(0, 10)
  const ageDays = daysBetween(asOf, today)
  if (ageDays === null)
    return [readinessFinding({ ...about, code: 'roster-undated', severity: 'warn', facts: { asOf: head.asOf } })]
  if (ageDays <= rosterMaxAgeDays.value) return []
  const facts = { asOf: head.asOf, ageDays, limitDays: rosterMaxAgeDays.value }
  return [readinessFinding({ ...about, code: 'roster-stale', severity: 'warn', facts, since: asOf })]
}
