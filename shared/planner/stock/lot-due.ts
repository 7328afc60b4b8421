import type { StockRow } from '../../domain/dataset/tables.ts'
import type { ReadinessParameters } from '../../domain/parameters/readiness.ts'
import { daysBetween } from '../readiness/readiness-finding.ts'

/** Days before a date within which it is urgent, or to be prepared. */
export type DueDays = Pick<ReadinessParameters, 'lotSoonDays' | 'lotLaterDays'>

/** How near a date is: passed, within the shorter warning, within the longer, or later. `days` is negative when passed. */
export interface Due {
  readonly when: 'passed' | 'urgent' | 'soon' | 'later'
  readonly days: number
}

/** How near a lot's last good day is; null = it never expires, or it is scrapped or written off. */
export function lotDue(lot: Pick<StockRow, 'expiresOn' | 'status'>, today: string, warnings: DueDays): Due | null {
  if (lot.expiresOn === '' || lot.status === '报废' || lot.status === '核销') return null
  return dueOf(today, lot.expiresOn, warnings)
}

/** How near the day is on which a requisitioned lot goes back; null = it is none, has no day, or is written off. */
export function returnDue(
  lot: Pick<StockRow, 'ownership' | 'returnBy' | 'status'>,
  today: string,
  warnings: DueDays,
): Due | null {
  if (lot.ownership !== 'requisitioned' || lot.returnBy === '' || lot.status === '核销') return null
  return dueOf(today, lot.returnBy, warnings)
}

function dueOf(today: string, day: string, { lotSoonDays, lotLaterDays }: DueDays): Due | null {
  const days = daysBetween(today, day)
  if (days === null) return null
  if (days < 0) return { when: 'passed', days }
  return { when: days <= lotSoonDays.value ? 'urgent' : days <= lotLaterDays.value ? 'soon' : 'later', days }
}
