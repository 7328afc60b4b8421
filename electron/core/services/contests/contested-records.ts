import * as z from 'zod'
import type { ContestedFacts, ContestedPlan } from '#shared/contract/contests.contract.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import { seatMarkOf } from '#shared/replication/op.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { findContent } from '../../db/repositories/contents.repo.ts'
import { findFacts, readIncidents, type RecordHead } from '../../db/repositories/incident.repo.ts'
import { readPlanVersions } from '../../db/repositories/plan.repo.ts'

/** Incidents whose facts two machines amended apart, with the fields that differ. */
export function contestedFacts(db: ReadDb): ContestedFacts[] {
  return readIncidents(db).flatMap(({ incidentId, number, title, contestedFacts: heads }) => {
    if (heads.length === 0) return []
    const fields = heads.map(({ opId }) => fieldsOf(findFacts(db, opId)))
    const paths = [...new Set(fields.flatMap((one) => [...one.keys()]))]
    const differences = paths
      .map((path) => ({ path, values: fields.map((one) => one.get(path) ?? null) }))
      .filter(({ values }) => new Set(values).size > 1)
    return [
      {
        ...{ incidentId, number, title },
        heads: heads.map((head) => ({ ...headOf(head), revision: head.revision, title: head.title })),
        differences: sortedBy(differences, ({ path }) => [path]),
      },
    ]
  })
}

/** Incidents that two machines planned apart, with the teams that differ. */
export function contestedPlans(db: ReadDb): ContestedPlan[] {
  return readIncidents(db).flatMap(({ incidentId, number, title, contestedPlan: heads }) => {
    if (heads.length === 0) return []
    const versions = readPlanVersions(db, incidentId)
    const teams = heads.map(({ opId }) => {
      const hash = versions.find((version) => version.opId === opId)?.contentHash
      return teamsOf(hash === undefined ? null : findContent(db, hash))
    })
    return [
      {
        ...{ incidentId, number, title },
        heads: heads.map((head) => ({
          ...headOf(head),
          version: head.version,
          incidentRevision: head.incidentRevision,
          level: head.level,
          findings: head.findings,
        })),
        onlyHere: teams.map((own, index) =>
          [...own].filter(([id]) => teams.some((other, at) => at !== index && !other.has(id))).map(([, name]) => name),
        ),
      },
    ]
  })
}

function headOf({ opId, at, who, role }: RecordHead): RecordHeadRow {
  return { opId, mark: seatMarkOf(opId), at, who, role }
}
type RecordHeadRow = Pick<RecordHead, 'opId' | 'at' | 'who' | 'role'> & { readonly mark: string }

const Sends = z.looseObject({
  forcePlan: z.looseObject({ assignments: z.array(z.looseObject({ teamId: z.string(), teamName: z.string() })) }),
})

/** Teams a plan sends, by id; none of a plan that another version of the program wrote and this one cannot read. */
function teamsOf(content: string | null): Map<string, string> {
  const plan = Sends.safeParse(content === null ? null : JSON.parse(content))
  return new Map(
    plan.success
      ? plan.data.forcePlan.assignments.map(({ teamId, teamName }): [string, string] => [teamId, teamName])
      : [],
  )
}

/** Every value of an incident by its dotted path; a list is one value. */
function fieldsOf(incident: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof incident !== 'object' || incident === null || Array.isArray(incident)) {
    if (incident !== undefined) into.set(path, typeof incident === 'string' ? incident : canonicalJson(incident))
    return into
  }
  for (const [key, value] of Object.entries(incident)) fieldsOf(value, path === '' ? key : `${path}.${key}`, into)
  return into
}
