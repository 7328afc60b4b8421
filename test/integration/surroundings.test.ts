import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppClient } from '#shared/contract/app-contract.ts'
import type { SurroundingLine } from '#shared/contract/surroundings.contract.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { stubPlan } from './stub-plan.ts'

const WHO = { who: '李值班', reason: '支援台风抢险' }

describe('around a place', () => {
  const folder = temporaryFolder()
  let console: Console
  let client: AppClient
  beforeAll(() => {
    console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
    client = console.administrative.client
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  const around = async (radiusM = 3000): Promise<Record<string, { lines: SurroundingLine[]; leftOut: number }>> => {
    const { groups } = valueOf(
      await client.surroundings.near({ from: { kind: 'plants', key: 'plant-formosa' }, radiusM }),
    )
    return Object.fromEntries(groups.map(({ group, lines, leftOut }) => [group, { lines, leftOut }]))
  }

  it('lists permits in force, plants with how old their count is, and neighbours by agreement, by distance', async () => {
    // It is 10:20 on 14 July: permit-01 runs from 8 to 17 h, permit-02 from 13 h on.
    const { workPermits, plants, neighbours } = await around()
    const permits = workPermits?.lines.map(({ key }) => key) ?? []
    expect(permits).toContain('permit-01')
    expect(permits).not.toContain('permit-02')
    expect(workPermits?.leftOut).toBeGreaterThan(0)
    const [formosa] = plants?.lines ?? []
    expect(formosa).toMatchObject({ key: 'plant-formosa', distanceM: 0, phone: '0574-86011418', signs: ['staleCount'] })
    expect(formosa?.facts).toContainEqual({ fact: 'people', value: '2600' })
    const shawan = neighbours?.lines.find(({ key }) => key === 'plant-shawan')
    expect(shawan?.facts.find(({ fact }) => fact === 'neighbourOf')?.value).toContain('台塑(宁波)工业园')
    for (const { lines } of Object.values(await around(20_000))) {
      const known = lines.flatMap(({ distanceM }) => distanceM ?? [])
      expect(known).toEqual(known.toSorted((a, b) => a - b))
    }
  })

  it('names tankers on the road by plate without inventing where they are, and leaves out those of long ago', async () => {
    const { tankerTrips } = await around(100)
    expect(tankerTrips?.lines.map(({ name }) => name)).toContain('浙B·D1005演')
    for (const { distanceM, signs } of tankerTrips?.lines ?? []) {
      expect(distanceM).toBeNull()
      expect(signs).toContain('noPosition')
    }
    const unknown = await client.surroundings.near({ from: { kind: 'plants', key: 'none' } })
    expect(unknown).toMatchObject({ ok: false, error: { code: 'not-found', value: 'none' } })
  })

  it('lends a team out once, shows the days left, and takes it back', async () => {
    const lend = { teamId: 'gov-daqi', until: '2026-07-16', where: '象山县', ...WHO }
    const id = (): string => crypto.randomUUID()
    expect(await client.lending.lend({ commandId: id(), ...lend, until: '2026-07-13' })).toMatchObject({
      ...{ ok: false, error: { code: 'bad-input', path: 'until' } },
    })
    valueOf(await client.lending.lend({ commandId: id(), ...lend }))
    expect(valueOf(await client.lending.list({})).find(({ teamId }) => teamId === 'gov-daqi')).toMatchObject({
      ...{ daysLeft: 2, where: '象山县', said: { who: '李值班', reason: '支援台风抢险' } },
    })
    expect(await client.lending.lend({ commandId: id(), ...lend })).toMatchObject({
      ...{ ok: false, error: { code: 'conflict' } },
    })
    const overdue = valueOf(await client.readiness.report({ day: '2026-07-19' }))
    expect(overdue.findings.find(({ where }) => where === 'teams.gov-daqi')).toMatchObject({
      ...{ code: 'team-not-back', severity: 'warn', since: '2026-07-16', facts: { days: 3 } },
    })
    valueOf(await client.lending.takeBack({ commandId: id(), teamId: 'gov-daqi', ...WHO, reason: '已归队' }))
    expect(valueOf(await client.lending.list({})).map(({ teamId }) => teamId)).not.toContain('gov-daqi')
    expect(console.bugs).toEqual([])
  })
})
