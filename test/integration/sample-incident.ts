import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Incident } from '#shared/domain/incident.ts'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'

/** The shipped drill of an ammonia tanker on the expressway, received 2026-07-14T10:20+08:00. */
export function ammoniaTanker(change: Partial<Incident> = {}): Incident {
  const text = readFileSync(join(RESOURCES, 'incidents', 'ammonia-tanker-road.json'), 'utf8')
  return { ...parseIncident(JSON.parse(text)), ...change }
}

/** Command ids are UUIDs; a test names them by a number. */
export function commandId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}
