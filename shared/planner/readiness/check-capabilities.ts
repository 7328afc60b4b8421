import type { Dataset } from '../../domain/dataset/dataset.ts'
import { CAPABILITIES } from '../../domain/taxonomy.ts'
import type { ReadinessFinding } from '../../domain/readiness.ts'
import { nameOfNeed } from '../../text/name-of-need.ts'
import { isOwnTier } from '../forces/fire-stations.ts'
import { readinessFinding } from './readiness-finding.ts'

/** Capabilities that nobody has, only others have, or one own team alone has: one repair or one other incident ends them. */
export function checkCapabilities({ teams }: Pick<Dataset, 'teams'>): ReadinessFinding[] {
  return CAPABILITIES.flatMap((capability) => {
    const able = teams.filter((team) => team.capabilities.some((has) => has.capability === capability))
    const own = able.filter(({ tier }) => isOwnTier(tier))
    const [only] = own
    const name = nameOfNeed({ capability })
    const about = { kind: 'capability', severity: 'warn', where: 'teams', name } as const
    if (able.length === 0)
      return [
        readinessFinding({
          ...{ ...about, code: 'capability-missing', facts: { capability, capabilityName: name } },
        }),
      ]
    if (only === undefined) {
      const facts = { capability, capabilityName: name, outside: able.length }
      return [readinessFinding({ ...about, code: 'capability-outside', facts })]
    }
    if (own.length > 1) return []
    return [
      readinessFinding({
        ...{ ...about, code: 'capability-single', where: `teams.${only.id}` },
        facts: { capability, capabilityName: name, team: only.name, outside: able.length - 1 },
        keeper: { name: only.name, phone: only.phone },
      }),
    ]
  })
}

/** Streets without a team or without a shelter of their own. */
export function checkTowns({
  teams,
  shelters,
  areas,
}: Pick<Dataset, 'teams' | 'shelters' | 'areas'>): ReadinessFinding[] {
  const towns = areas.filter(({ level }) => level === 'town')
  const without = (rows: readonly { readonly town: string }[], code: string): ReadinessFinding[] =>
    towns
      .filter(({ name }) => !rows.some(({ town }) => town === name))
      .map(({ name }) =>
        readinessFinding({
          ...{ kind: 'coverage', code, severity: 'warn', where: `areas.${name}`, name, facts: { town: name } },
        }),
      )
  return [...without(teams, 'town-without-team'), ...without(shelters, 'town-without-shelter')]
}
