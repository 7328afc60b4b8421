import type { AppContract, AppHandlers } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { recordNameOf } from '#shared/domain/dataset/record-cells.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { LngLat } from '#shared/kernel/geo.ts'
import { formatInstant, parseInstant } from '#shared/kernel/instant.ts'
import { findSurroundings } from '#shared/planner/surroundings/find-surroundings.ts'
import type { WriteDb } from '../../db/db-types.ts'
import { existingIncident } from '../incident.service.ts'
import type { LibrarySource } from '../library-source.ts'
import type { PlanningReferences } from '../planning-port.ts'
import { standingRecord } from '../records/record-parts.ts'

/** What looking around a place works with. */
interface SurroundingsParts {
  readonly db: WriteDb
  readonly nowMs: () => number
  readonly library: LibrarySource
  readonly references: () => PlanningReferences
}

type Asked = ParsedInputOf<AppContract['surroundings']['near']>
type Found = OutputOf<AppContract['surroundings']['near']>

/** China Standard Time, as all times are shown. */
const OFFSET_MIN = 480

/** Builds the service of surroundings. */
export function createSurroundingsService(core: SurroundingsParts): AppHandlers['surroundings'] {
  return { near: (asked) => near(core, asked) }
}

function near(core: SurroundingsParts, asked: Asked): Found {
  const dataset = core.library.current()
  const incident = asked.incidentId === null ? null : existingIncident(core.db, asked.incidentId).incident
  const from = startOf(core, asked, incident)
  const nowS = timeOf(core, incident)
  const { readiness } = core.references().parameters
  const question = { centre: from.position, radiusM: asked.radiusM, nowS }
  return {
    ...{ from, radiusM: asked.radiusM, at: formatInstant(nowS, OFFSET_MIN) },
    groups: findSurroundings(dataset, question, readiness).map(({ group, found, leftOut }) => ({
      ...{ group, total: found.length, leftOut },
      lines: found.slice(0, asked.limit).map((line) => ({
        ...line,
        facts: line.facts.map((fact) => ({ ...fact })),
        signs: [...line.signs],
      })),
    })),
  }
}

/** Now; in a drill the time of the drill. */
function timeOf({ nowMs }: SurroundingsParts, incident: Incident | null): number {
  const nowS = Math.floor(nowMs() / 1000)
  if (incident === null || incident.mode === 'real') return nowS
  return parseInstant(incident.asOf ?? incident.receivedAt ?? '')?.epochS ?? nowS
}

function startOf(
  core: SurroundingsParts,
  { from }: Asked,
  incident: Incident | null,
): { name: string; position: { lng: number; lat: number } } {
  if (from === null) {
    if (incident === null) throw unknownStart('')
    const { lng, lat, address } = incident.location
    return { name: address === undefined || address === '' ? (incident.title ?? '') : address, position: { lng, lat } }
  }
  if (!('key' in from)) return { name: `${from.lng.toFixed(5)}, ${from.lat.toFixed(5)}`, position: from }
  const record = standingRecord(core.library.current(), from.kind, from.key)
  if (record === null || !isPlaced(record)) throw unknownStart(from.key)
  return { name: recordNameOf(from.kind, record), position: { lng: record.lng, lat: record.lat } }
}

function isPlaced(record: object): record is LngLat {
  return 'lng' in record && 'lat' in record && typeof record.lng === 'number' && typeof record.lat === 'number'
}

function unknownStart(value: string): AppError {
  return new AppError('not-found', `起点“${value}”不存在或没有位置；请选一个事件、一条有坐标的记录或一个坐标`, {
    path: 'from',
    value,
  })
}
