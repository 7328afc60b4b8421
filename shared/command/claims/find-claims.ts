import type { ClaimChoice, ClaimKind, ClaimSettled } from '../../domain/command/claim.ts'
import { CLAIM_KINDS } from '../../domain/command/claim.ts'
import type { Dataset } from '../../domain/dataset/dataset.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import type { Author, Op, OpId } from '../../replication/op.ts'
import { headsOf, opsOfKind } from '../heads.ts'
import { usesOf, type ClaimingIncident, type Use } from './uses-of.ts'

/** The use of one thing by one of the incidents that claim it. */
export interface ClaimUse extends Omit<Use, 'kind' | 'id' | 'name' | 'teamId' | 'unit'> {
  readonly incidentId: string
  readonly number: string
  readonly title: string
  readonly mode: ClaimingIncident['mode']
}

/** How a person settled a claim. */
export interface Settlement extends ClaimSettled {
  readonly opId: OpId
  readonly by: Author
  readonly at: string
}

/** Something that two or more open incidents want at once. */
export interface Claim {
  /** `team:gov-chaiqiao` */
  readonly claim: string
  readonly kind: ClaimKind
  readonly id: string
  readonly name: string
  readonly uses: readonly ClaimUse[]
  readonly unit: string
  /** What is wanted in all and what there is; null = it is one thing, or not known. */
  readonly wanted: number | null
  readonly available: number | null
  /** `fits`: there is enough for all; `contested`: two people settled it differently, so nobody has. */
  readonly state: 'open' | 'fits' | 'settled' | 'contested'
  readonly settlements: readonly Settlement[]
  readonly choices: readonly ClaimChoice[]
}

type Stock = Pick<Dataset, 'hospitals' | 'stock' | 'shelters' | 'carriers'>

/**
 * Every double claim of the open incidents: teams, vehicles, beds, lots, shelters, lorries and buses, named people. `ops` are
 * the operations of all these incidents, for what people settled.
 */
export function findClaims(incidents: readonly ClaimingIncident[], ops: readonly Op[], dataset: Stock): Claim[] {
  const wanted = incidents.flatMap((incident) => usesOf(incident).map((use) => ({ incident, use })))
  const groups = groupBy(wanted, ({ use }) => `${use.kind}:${use.id}`)
  const settled = groupBy(opsOfKind(ops, 'v1.claim.settled'), ({ body }) => body.claim)
  const settlementsOf = (key: string, ids: readonly string[]): Settlement[] =>
    headsOf(settled.get(key) ?? [])
      .filter(({ body }) => body.incidents.join(' ') === ids.join(' '))
      .map(({ id, by, wall, body }) => ({ ...body, opId: id, by, at: wall }))
  const double = [...groups].filter(([, some]) => some.length > 1)
  const claims = double.map(([claim, some]): Claim => {
    const uses = sortedBy(some, ({ use, incident }) => [use.since, incident.incidentId])
    const { kind, id, name, unit, teamId } = uses[0]?.use ?? { kind: 'team', id: '', name: '', unit: '', teamId: '' }
    const ids = uses.map(({ incident }) => incident.incidentId).toSorted()
    // What was decided about a team holds for its vehicles.
    const own = settlementsOf(claim, ids)
    const settlements = own.length === 0 && kind === 'vehicle' ? settlementsOf(`team:${teamId}`, ids) : own
    const quantities = uses.map(({ use }) => use.quantity)
    const sum = quantities.includes(null) ? null : quantities.reduce<number>((total, one) => total + (one ?? 0), 0)
    const available = sum === null ? null : availableOf(kind, id, dataset)
    const choices = new Set(settlements.map(({ choice, here }) => `${choice} ${choice === 'share' ? '' : here}`))
    const state = stateOf(choices.size, sum !== null && available !== null && sum <= available)
    return {
      ...{ claim, kind, id, name, unit, available, state, settlements },
      uses: uses.map(({ incident, use }) => useOf(incident, use)),
      wanted: sum,
      choices: choicesFor(kind, some, groups),
    }
  })
  return sortedBy(claims, ({ kind, name, id }) => [CLAIM_KINDS.indexOf(kind), name, id])
}

function stateOf(choices: number, isEnough: boolean): Claim['state'] {
  if (choices > 1) return 'contested'
  if (choices === 1) return 'settled'
  return isEnough ? 'fits' : 'open'
}

/** One thing cannot be shared, but a team can when each incident uses other vehicles of it. */
function choicesFor(
  kind: ClaimKind,
  some: readonly { readonly use: Use }[],
  groups: ReadonlyMap<string, readonly { readonly use: Use }[]>,
): ClaimChoice[] {
  if (kind === 'vehicle') return ['leaveThere', 'takeHere']
  if (kind !== 'team') return ['leaveThere', 'takeHere', 'share']
  const teamId = some[0]?.use.id
  const isSplit = ![...groups.values()].some(
    (uses) => uses.length > 1 && uses[0]?.use.kind === 'vehicle' && uses[0].use.teamId === teamId,
  )
  return isSplit ? ['leaveThere', 'takeHere', 'share'] : ['leaveThere', 'takeHere']
}

function availableOf(kind: ClaimKind, id: string, { hospitals, stock, shelters, carriers }: Stock): number | null {
  switch (kind) {
    case 'hospital':
      return hospitals.find((row) => row.id === id)?.freeBeds ?? null
    case 'lot':
      return stock.find((row) => row.lotId === id)?.quantity ?? null
    case 'shelter': {
      const shelter = shelters.find((row) => row.id === id)
      return shelter === undefined ? null : shelter.capacity - (shelter.occupied ?? 0)
    }
    case 'carrier':
      return carriers.find((row) => row.id === id)?.count ?? null
    case 'team':
    case 'vehicle':
    case 'person':
      return null
  }
}

function useOf(incident: ClaimingIncident, { words, order, quantity, since }: Use): ClaimUse {
  const { incidentId, number, title, mode } = incident
  return { ...{ incidentId, number, title, mode }, ...{ words, order, quantity, since } }
}
