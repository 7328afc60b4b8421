import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { ReadinessFinding } from '../../domain/readiness.ts'
import { readinessFinding } from './readiness-finding.ts'

interface Callee {
  readonly id: string
  readonly name: string
  readonly phone: string
  /** Who can say the number. */
  readonly keeper: string
}

/** Those who are called by a plan and have no number: people on duty, experts, persons in charge, teams and places. */
export function checkPhones(dataset: Dataset): ReadinessFinding[] {
  const onRoster = new Set(dataset.rosters.map(({ personId }) => personId))
  const person = ({ id, name, phone, organisation }: Dataset['people'][number]): Callee => ({
    ...{ id, name, phone, keeper: organisation },
  })
  const duty = dataset.people.filter(({ id }) => onRoster.has(id)).map(person)
  const experts = dataset.people.filter(({ id, isExpert }) => isExpert === 1 && !onRoster.has(id)).map(person)
  const points = dataset.populationPoints
    .filter(({ list }) => list === 'transfer')
    .map(({ id, name, phone, personInCharge }) => ({ id, name, phone, keeper: personInCharge }))
  return [
    ...missing('people', '值班人员', duty),
    ...missing('people', '专家', experts),
    ...missing('teams', '队伍', dataset.teams.map(ofPlace)),
    ...missing(
      'stores',
      '物资库',
      dataset.stores.map((store) => ({ ...ofPlace(store), keeper: store.keeper })),
    ),
    ...missing('shelters', '避灾场所', dataset.shelters.map(ofPlace)),
    ...missing('hospitals', '医院', dataset.hospitals.map(ofPlace)),
    ...missing('carriers', '运力', dataset.carriers.map(ofPlace)),
    ...missing('populationPoints', '转移名单', points),
  ]
}

function ofPlace({ id, name, phone, town }: { id: string; name: string; phone: string; town: string }): Callee {
  return { id, name, phone, keeper: town }
}

function missing(table: string, what: string, callees: readonly Callee[]): ReadinessFinding[] {
  return callees
    .filter(({ phone }) => phone.trim() === '')
    .map(({ id, name, keeper }) =>
      readinessFinding({
        ...{ kind: 'phone', code: 'phone-missing', severity: 'warn', where: `${table}.${id}`, name },
        ...{ facts: { id, name }, words: { what } },
        keeper: { name: keeper, phone: '' },
      }),
    )
}
