import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import {
  CAPABILITIES,
  HEADQUARTERS,
  INCIDENT_TYPES,
  TEAM_TYPES,
  VEHICLE_KINDS,
  WORK_GROUPS,
} from '#shared/domain/taxonomy.ts'

const Names = z.array(z.looseObject({ key: z.string(), zh: z.string().min(1), en: z.string().min(1) }))

function read(name: string): z.infer<typeof Names> {
  return Names.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, `../../../resources/taxonomy/${name}.json`), 'utf8')),
  )
}

describe('names of the fixed keys', () => {
  it.each([
    ['incident-types', INCIDENT_TYPES],
    ['capabilities', CAPABILITIES],
    ['team-types', TEAM_TYPES],
    ['vehicle-kinds', VEHICLE_KINDS],
    ['work-groups', WORK_GROUPS],
  ] as const)('%s names every key once, in the order of the list', (file, keys) => {
    expect(read(file).map((entry) => entry.key)).toEqual(keys)
  })

  it('claims no event code of the standard as verified', () => {
    expect(read('incident-types').every((entry) => entry['gbt35561Verified'] === false)).toBe(true)
  })

  it('gives every work group one of the two headquarters', () => {
    const hqs: readonly unknown[] = HEADQUARTERS
    expect(read('work-groups').every((entry) => hqs.includes(entry['hq']))).toBe(true)
  })
})
