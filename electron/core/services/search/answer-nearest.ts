import type { AppContract } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { LngLat } from '#shared/kernel/geo.ts'
import { nearestByRoad } from '#shared/planner/nearest/nearest-by-road.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import { isAreaIncident } from '#shared/planner/staging/choose-staging.ts'
import type { WriteDb } from '../../db/db-types.ts'
import { findRecord } from '../../db/repositories/search.repo.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import { existingIncident } from '../incident.service.ts'
import type { LibrarySource } from '../library-source.ts'
import type { IncidentLog } from '../command/incident-log.ts'
import { readInForce } from '../plan-in-force.ts'
import type { PlanningReferences } from '../planning-port.ts'
import { readBody } from './search-record.ts'

/** What nearest lists are made from. */
export interface NearestParts {
  readonly db: WriteDb
  readonly log: IncidentLog
  readonly nowMs: () => number
  readonly library: LibrarySource
  readonly references: () => PlanningReferences
}

type Asked = ParsedInputOf<AppContract['search']['nearest']>

/** Answers a nearest question. @throws AppError `not-found` when what it starts from is not there. */
export function answerNearest(core: NearestParts, asked: Asked): OutputOf<AppContract['search']['nearest']> {
  const dataset = core.library.current()
  const stored = asked.incidentId === null ? null : existingIncident(core.db, asked.incidentId)
  const from = startOf(core, asked, stored?.incident ?? null)
  const problem: PlanningProblem = {
    ...{ incident: stored?.incident ?? quietDay(core, from.position), dataset, ...core.references() },
    ...(asked.incidentId === null ? {} : readInForce(core, { incidentId: asked.incidentId }).basis),
  }
  // Waiting places belong to the scene; to another point everybody drives straight.
  const staging = asked.from === null && !isAreaIncident(problem) ? stagingOf(problem) : []
  const { lines, able, night, inZone } = nearestByRoad({
    ...{ problem, what: asked.what, point: from.position, staging, limit: asked.limit },
    hasIncident: stored !== null,
    night: asked.hour === 'now' ? null : asked.hour === 'night',
  })
  return {
    from,
    lines: lines.map((line) => ({ ...line, out: [...line.out] })),
    ...{ able, night, inZone },
    toStaging: staging.some(({ kind }) => kind === 'staging'),
    roadsSchematic: dataset.roadsSchematic,
  }
}

function stagingOf({
  inForce,
}: PlanningProblem): NonNullable<PlanningProblem['inForce']>['plan']['movementPlan']['stagingAreas'] {
  return inForce?.plan.movementPlan.stagingAreas ?? []
}

function startOf({ db }: NearestParts, { from }: Asked, incident: Incident | null): { name: string; position: LngLat } {
  if (from === null) {
    if (incident === null) throw unknownStart('from', '')
    const { lng, lat, address } = incident.location
    return { name: address === undefined || address === '' ? (incident.title ?? '') : address, position: { lng, lat } }
  }
  if (!('key' in from)) return { name: `${from.lng.toFixed(4)}, ${from.lat.toFixed(4)}`, position: from }
  const record = findRecord(db, from)
  const body = record === null ? null : readBody(record.body)
  if (body === null || body.at === null) throw unknownStart('from', from.key)
  return { name: body.texts[0]?.text ?? from.key, position: { lng: body.at[0], lat: body.at[1] } }
}

/** A day with nothing going on: only the hour counts. */
function quietDay({ nowMs }: NearestParts, { lng, lat }: LngLat): Incident {
  const asOf = wallTimeOf(nowMs())
  return {
    schema: 'incident/1',
    mode: 'tabletop',
    title: '',
    type: 'road_traffic',
    asOf,
    receivedAt: asOf,
    location: { lng, lat },
    facts: {},
  }
}

function unknownStart(path: string, value: string): AppError {
  return new AppError('not-found', '没有可以量起的位置：请先打开事件，或选一条有坐标的记录', { path, value })
}
