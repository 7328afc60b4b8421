import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { invariant } from '#shared/kernel/assert.ts'
import { groupBy } from '#shared/kernel/order.ts'
import type { DocumentGround, DrawnRoad } from '#shared/text/documents/document-ground.ts'
import type { WriteDb } from '../db/db-types.ts'
import { findContent } from '../db/repositories/contents.repo.ts'
import { findLatestPlan } from '../db/repositories/plan.repo.ts'
import type { IncidentLog } from './command/incident-log.ts'
import { existingIncident } from './incident.service.ts'
import type { LibrarySource } from './library-source.ts'

/** What documents are written from. */
export interface DocumentGroundParts {
  readonly db: WriteDb
  readonly log: IncidentLog
  readonly library: LibrarySource
}

/** Roads this far outside the box round scene and waiting places are not drawn, degrees: some two kilometres. */
const AROUND_DEG = 0.02

/** Answers what the documents of an incident are written from, or null before its first plan. Keeps the last plan it read. */
export function createDocumentGrounds(core: DocumentGroundParts): (incidentId: string) => DocumentGround | null {
  let kept: { readonly hash: string; readonly plan: DispatchPlan } | null = null
  const planOf = (hash: string): DispatchPlan => {
    if (kept?.hash === hash) return kept.plan
    const content = findContent(core.db, hash)
    invariant(content !== null, `content ${hash} of a plan is kept`)
    const plan = DispatchPlan.parse(JSON.parse(content))
    kept = { hash, plan }
    return plan
  }
  return (incidentId) => {
    const { summary } = existingIncident(core.db, incidentId)
    const stored = findLatestPlan(core.db, incidentId)
    if (stored === null) return null
    const plan = planOf(stored.contentHash)
    const dataset = core.library.current()
    const { orders } = foldOrders(core.log.opsOf(incidentId))
    return {
      number: summary.number,
      version: stored.version,
      plan,
      orders: orders.flatMap(({ order, isLive }) => (isLive ? [order] : [])),
      isDemo: dataset.head.isDemo,
      plates: new Map(dataset.vehicles.flatMap(({ id, plate }) => (plate === '' ? [] : [[id, plate] as const]))),
      kit: kitOf(dataset, plan),
      towns: new Map(dataset.populationPoints.map(({ id, town }) => [id, town])),
      roads: roadsNear(dataset, plan),
    }
  }
}

/** Usable kit of the teams that go, each line with its quantity. */
function kitOf({ teamKit }: Dataset, { forcePlan }: DispatchPlan): Map<string, string[]> {
  const going = new Set(forcePlan.assignments.map(({ teamId }) => teamId))
  const usable = teamKit.filter(({ teamId, status }) => going.has(teamId) && status === '可用')
  return new Map(
    [...groupBy(usable, ({ teamId }) => teamId)].map(([teamId, rows]) => [
      teamId,
      rows.map(({ item, quantity, unit }) => `${item}${quantity}${unit}`),
    ]),
  )
}

function roadsNear({ roads }: Dataset, { incident, movementPlan }: DispatchPlan): DrawnRoad[] {
  const places = [incident.location, ...movementPlan.stagingAreas.map(({ location }) => location)]
  const lngs = places.map(({ lng }) => lng)
  const lats = places.map(({ lat }) => lat)
  const [west, east] = [Math.min(...lngs) - AROUND_DEG, Math.max(...lngs) + AROUND_DEG]
  const [south, north] = [Math.min(...lats) - AROUND_DEG, Math.max(...lats) + AROUND_DEG]
  return roads
    .filter(({ coordinates }) =>
      coordinates.some(([lng = NaN, lat = NaN]) => lng >= west && lng <= east && lat >= south && lat <= north),
    )
    .map(({ name, coordinates }) => ({ name, coordinates }))
}
