import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { RESOURCES, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { commandId } from './sample-incident.ts'

describe('debating the plan of an earthquake', () => {
  const folder = temporaryFolder()
  const incident = parseIncident(
    JSON.parse(readFileSync(join(RESOURCES, 'incidents', 'earthquake-meishan.json'), 'utf8')),
  )
  let console: Console
  let incidentId = ''
  beforeAll(async () => {
    console = startConsole(join(folder.path, 'console.db'))
    const { client } = console.tactical
    incidentId = valueOf(await client.incident.open({ commandId: commandId(1), incident })).incidentId
    // With the shipped weight the plan keeps that street by itself.
    valueOf(await client.plan.setCoverWeight({ commandId: commandId(99), incidentId, valueS: 600 }))
    valueOf(await client.plan.build({ commandId: commandId(2), incidentId }))
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  it('offers to keep cover at home, and the adopted alternative is the next version for both windows', async () => {
    const { client } = console.tactical
    const answer = valueOf(await client.plan.alternatives({ incidentId, version: 1, count: 3 }))
    expect(answer.alternatives.map(({ decision }) => decision)).toEqual(['keepCover'])
    expect(answer.tried.length).toBe(7)
    const built = valueOf(await client.plan.build({ commandId: commandId(3), incidentId, decision: 'keepCover' }))
    expect(built.version).toBe(2)
    const latest = valueOf(await console.administrative.client.plan.latest({ incidentId }))
    expect(latest?.plan.decision).toEqual({ code: 'keepCover', text: '优先保留各街道驻防覆盖' })
    const over = latest?.plan.forcePlan.coverageLeft.filter(({ met }) => !met).length
    expect(over).toBe(answer.alternatives[0]?.criteria.townsOver)
    expect(console.bugs).toEqual([])
  })

  it('tells how far the trial of the unknowns is', async () => {
    const { client, progress } = console.tactical
    const version = valueOf(await client.plan.latest({ incidentId }))?.version ?? 0
    const requestId = commandId(21)
    valueOf(await client.plan.influence({ incidentId, version, requestId }))
    const told = progress.filter((each) => each.requestId === requestId)
    expect(new Set(told.map(({ work }) => work))).toEqual(new Set(['influence']))
    const shares = told.map(({ share }) => share)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBeGreaterThan(0.5)
    expect(told.at(-1)).toMatchObject({ state: 'ended', outcome: 'answered' })
  })

  it('refuses an older version, and a decision that is no question here, with the reason', async () => {
    const { client } = console.tactical
    expect(await client.plan.alternatives({ incidentId, version: 9, count: 3 })).toMatchObject({
      ok: false,
      error: { code: 'conflict', path: 'version' },
    })
    expect(await client.plan.build({ commandId: commandId(4), incidentId, decision: 'stayIndoors' })).toMatchObject({
      ok: false,
      error: { code: 'bad-input', path: 'decision', value: 'stayIndoors' },
    })
  })

  it('ranks the unknowns, and asks to plan again first when the facts are newer', async () => {
    const { client } = console.tactical
    const latest = valueOf(await client.plan.latest({ incidentId }))
    const version = latest?.version ?? 0
    const { unknowns } = valueOf(await client.plan.influence({ incidentId, version }))
    expect(unknowns.map(({ fact }) => fact).sort()).toEqual(latest?.plan.unknowns.map(({ fact }) => fact).sort())
    expect(unknowns[0]?.influence?.linesChanged).toBeGreaterThan(0)
    const facts = { ...incident.facts, trapped: 7 }
    const amended = { commandId: commandId(5), incidentId, expectedRevision: 1, incident: { ...incident, facts } }
    valueOf(await client.incident.amend(amended))
    expect(await client.plan.influence({ incidentId, version })).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: '事实或资源库在本版方案之后已更新；请先重新生成三案，再比选' },
    })
  })
})
