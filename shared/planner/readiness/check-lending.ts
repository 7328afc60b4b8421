import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { ReadinessFinding } from '../../domain/readiness.ts'
import { daysBetween, readinessFinding } from './readiness-finding.ts'

/**
 * Teams lent out whose day of return has passed without anybody saying that they are back. The planner takes them again
 * from the day after, so that this must be known: `warn`.
 */
export function checkLending({ teams }: Pick<Dataset, 'teams'>, today: string): ReadinessFinding[] {
  return teams
    .filter(({ awayUntil }) => awayUntil !== '' && awayUntil < today)
    .map(({ id, name, awayUntil, awayWhere, phone }) =>
      readinessFinding({
        ...{ kind: 'lending', code: 'team-not-back', severity: 'warn', where: `teams.${id}`, name },
        facts: { id, name, until: awayUntil, where: awayWhere, days: daysBetween(awayUntil, today) },
        words: { where: awayWhere === '' ? '外地' : awayWhere },
        since: awayUntil,
        keeper: { name, phone },
      }),
    )
}
