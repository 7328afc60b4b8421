import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
let console: Console
let count = 0
let incidentId = ''

const withFacts = (facts: Incident['facts']): Incident => ammoniaTanker({ facts })

async function amend(number: number, expectedRevision: number, facts: Incident['facts']): Promise<void> {
  valueOf(
    await console.tactical.client.incident.amend({
      commandId: commandId(number),
      incidentId,
      expectedRevision,
      incident: withFacts(facts),
    }),
  )
}

beforeEach(async () => {
  count += 1
  console = startConsole(join(folder.path, String(count), 'console.db'), { planDispatch: stubPlan })
  const opened = { commandId: commandId(1), incident: withFacts({ deaths: 2, seriousInjuries: 0, lossCny: 0 }) }
  incidentId = valueOf(await console.administrative.client.incident.open(opened)).incidentId
  return () => {
    console.stop()
    expect(console.bugs).toEqual([])
  }
})
afterAll(folder.remove)

describe('a rise of the computed level', () => {
  it('is told in both windows with old and new level, rule and fact, until each has acknowledged it', async () => {
    await amend(2, 1, { deaths: 3, seriousInjuries: 0, lossCny: 0 })
    const seen = valueOf(await console.administrative.client.incident.levelRises({}))
    expect(seen.map(({ of, from, to, revision }) => [of, from, to, revision])).toEqual([
      ['response', 'IV', 'III', 2],
      ['event', 'IV', 'III', 2],
    ])
    const [, event] = seen
    expect(event?.text).toBe('死亡 3 人，达到Ⅲ级（生产安全事故等级）')
    expect(valueOf(await console.tactical.client.incident.levelRises({}))).toEqual(seen)

    const command = { commandId: commandId(3), riseId: event?.riseId ?? '' }
    valueOf(await console.administrative.client.incident.acknowledgeRise(command))
    expect(valueOf(await console.administrative.client.incident.levelRises({})).map(({ of }) => of)).toEqual([
      'response',
    ])
    expect(valueOf(await console.tactical.client.incident.levelRises({}))).toHaveLength(2)
  })

  it('comes of single reported figures too, which keep their source and time and leave all else as it stands now', async () => {
    await amend(2, 1, { deaths: 2, seriousInjuries: 0, lossCny: 0, trapped: 4 })
    const report = {
      ...{ commandId: commandId(3), incidentId, source: '120 指挥中心', asOf: '2026-07-14T10:41:00+08:00' },
      figures: [{ fact: 'deaths' as const, value: { min: 3, max: 5 } }],
    }
    expect(valueOf(await console.tactical.client.incident.reportFigures(report))).toEqual({ revision: 3 })
    expect(valueOf(await console.tactical.client.incident.reportFigures(report))).toEqual({ revision: 3 })
    const { incident } = valueOf(await console.tactical.client.incident.get({ incidentId }))
    const said = { source: '120 指挥中心', asOf: '2026-07-14T10:41:00+08:00' }
    expect(incident.asOf).toBe('2026-07-14T10:41:00+08:00')
    expect(incident.facts).toEqual({ deaths: { min: 3, max: 5, ...said }, seriousInjuries: 0, lossCny: 0, trapped: 4 })
    expect(valueOf(await console.administrative.client.incident.levelRises({})).map(({ of, to }) => [of, to])).toEqual([
      ['response', 'III'],
      ['event', 'III'],
    ])
    const { figures } = valueOf(await console.administrative.client.incident.figures({ incidentId }))
    expect(figures.find(({ fact }) => fact === 'deaths')?.said.map(({ value, source }) => [value, source])).toEqual([
      [2, null],
      [{ min: 3, max: 5, ...said }, '120 指挥中心'],
    ])
  })

  it('is not told when the level stays or falls, and is told again when it rises again', async () => {
    await amend(2, 1, { deaths: 1, seriousInjuries: 9, lossCny: 9_000_000 })
    await amend(3, 2, { deaths: 0, seriousInjuries: 0, lossCny: 0 })
    expect(valueOf(await console.tactical.client.incident.levelRises({}))).toEqual([])
    await amend(4, 3, { deaths: { min: 10 }, seriousInjuries: 0, lossCny: 0 })
    const rises = valueOf(await console.tactical.client.incident.levelRises({}))
    expect(rises.find(({ of }) => of === 'event')).toMatchObject({ from: null, to: 'II', revision: 4 })
  })

  it('stays after the console was closed and opened again, and its record verifies', async () => {
    await amend(2, 1, { deaths: 30, seriousInjuries: 0, lossCny: 0 })
    const before = valueOf(await console.tactical.client.incident.levelRises({}))
    console.stop()
    console = startConsole(join(folder.path, String(count), 'console.db'), { planDispatch: stubPlan })
    expect(valueOf(await console.tactical.client.incident.levelRises({}))).toEqual(before)
    expect(before).toHaveLength(2)
    expect(valueOf(await console.tactical.client.system.verify({}))).toEqual({ ok: true, problems: [] })
  })

  it('cannot be acknowledged when there is none of that name', async () => {
    const answer = await console.tactical.client.incident.acknowledgeRise({ commandId: commandId(2), riseId: 'x:1' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found', path: 'riseId', value: 'x:1' } })
  })
})

describe('a level set by an officer', () => {
  const set = { of: 'event' as const, value: 'II' as const, reason: '跨区影响，请示区领导同意' }

  it('stands beside the computed one with who, when and why, and the computed one stays as it was', async () => {
    const command = { ...set, commandId: commandId(2), incidentId, expectedRevision: 1 }
    expect(valueOf(await console.tactical.client.incident.setLevel(command))).toEqual({ computed: 'IV' })
    const grading = valueOf(await console.administrative.client.incident.grading({ incidentId }))
    expect([grading.event.value, grading.response.value]).toEqual(['IV', 'IV'])
    const [{ who, ...override } = { who: '' }, ...more] = grading.overrides
    expect(more).toEqual([])
    expect(who).not.toBe('')
    expect(override).toEqual({
      ...set,
      withdrawn: false,
      computed: 'IV',
      revision: 1,
      at: '2026-07-14T10:20:00+08:00',
      role: 'tactical',
    })
    const [entry] = valueOf(await console.tactical.client.system.journal({ incidentId }))
    expect(entry?.text).toBe('人工确定事件等级为Ⅱ级（系统判定Ⅳ级）；理由：跨区影响，请示区领导同意')
  })

  it('is taken back by another entry, never by removing the first', async () => {
    const common = { incidentId, expectedRevision: 1 }
    valueOf(await console.tactical.client.incident.setLevel({ ...set, ...common, commandId: commandId(2) }))
    const back = { ...set, ...common, commandId: commandId(3), withdrawn: true, reason: '核实后不跨区' }
    valueOf(await console.tactical.client.incident.setLevel(back))
    const { overrides } = valueOf(await console.tactical.client.incident.grading({ incidentId }))
    expect(overrides.map(({ value, withdrawn, reason }) => [value, withdrawn, reason])).toEqual([
      ['II', false, set.reason],
      [null, true, '核实后不跨区'],
    ])
    expect(valueOf(await console.tactical.client.system.verify({}))).toEqual({ ok: true, problems: [] })
  })

  it('needs a reason, the newest facts, and for the response level the administrative headquarters', async () => {
    const ask = { ...set, incidentId, expectedRevision: 1 }
    const { setLevel } = console.tactical.client.incident
    expect(await setLevel({ ...ask, commandId: commandId(2), reason: '  ' })).toMatchObject({
      ok: false,
      error: { code: 'bad-input', path: 'reason' },
    })
    expect(await setLevel({ ...ask, commandId: commandId(3), expectedRevision: 7 })).toMatchObject({
      ok: false,
      error: { code: 'conflict', path: 'expectedRevision', value: 1 },
    })
    expect(await setLevel({ ...ask, commandId: commandId(4), of: 'response' })).toMatchObject({
      ok: false,
      error: { code: 'forbidden', path: 'act', value: 'responseLevel' },
    })
    const response = { ...ask, commandId: commandId(5), of: 'response' as const }
    expect(valueOf(await console.administrative.client.incident.setLevel(response))).toEqual({ computed: 'IV' })
    const { overrides } = valueOf(await console.tactical.client.incident.grading({ incidentId }))
    expect(overrides.map(({ of }) => of)).toEqual(['response'])
  })
})
