import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { ReadinessParameters } from '../../domain/parameters/readiness.ts'
import type { ReadinessFinding } from '../../domain/readiness.ts'
import { daysBetween, readinessFinding, type Unready } from './readiness-finding.ts'

/** Kit past its day, close to it, or waiting for inspection; kit out of use says nothing. */
export function checkKit(
  { teamKit, teams }: Pick<Dataset, 'teamKit' | 'teams'>,
  today: string,
  { lotSoonDays }: Pick<ReadinessParameters, 'lotSoonDays'>,
): ReadinessFinding[] {
  const teamOf = new Map(teams.map((team) => [team.id, team]))
  return teamKit.flatMap((kit) => {
    if (kit.status === '停用') return []
    const team = teamOf.get(kit.teamId)
    const days = kit.expiresOn === '' ? null : daysBetween(today, kit.expiresOn)
    const about: Omit<Unready, 'code' | 'severity'> = {
      ...{ kind: 'kit', where: `teamKit.${kit.id}`, name: `${kit.item}（${team?.name ?? kit.teamId}）` },
      facts: { kitId: kit.id, item: kit.item, teamId: kit.teamId, expiresOn: kit.expiresOn, days },
      keeper: { name: team?.name ?? '', phone: team?.phone ?? '' },
    }
    if (days !== null && days < 0)
      return [readinessFinding({ ...about, code: 'kit-expired', severity: 'warn', since: kit.expiresOn })]
    if (kit.status === '待检') return [readinessFinding({ ...about, code: 'kit-uninspected', severity: 'info' })]
    return days !== null && days <= lotSoonDays.value
      ? [readinessFinding({ ...about, code: 'kit-expiring', severity: 'info', until: kit.expiresOn })]
      : []
  })
}

/** Shelters that are kept as not to be used: their people must be placed elsewhere. */
export function checkShelterStates({ shelters }: Pick<Dataset, 'shelters'>): ReadinessFinding[] {
  return shelters
    .filter(({ state }) => state === 'unusable')
    .map(({ id, name, capacity, personInCharge, phone }) =>
      readinessFinding({
        ...{ kind: 'shelterState', code: 'shelter-unusable', severity: 'warn', where: `shelters.${id}`, name },
        facts: { shelterId: id, shelter: name, capacity },
        keeper: { name: personInCharge, phone },
      }),
    )
}
