import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

it('hands over command and shift only by both words, each on the frozen summary, and keeps a consultation', async () => {
  const console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
  const { administrative, tactical } = console
  const opened = { commandId: commandId(1), incident: ammoniaTanker() }
  const { incidentId } = valueOf(await administrative.client.incident.open(opened))
  valueOf(await administrative.client.plan.build({ commandId: commandId(2), incidentId }))
  valueOf(await administrative.client.duty.sign({ commandId: commandId(3), officer: '王值班' }))
  valueOf(await tactical.client.duty.sign({ commandId: commandId(4), officer: '李指挥' }))

  // From the first officer at the scene, whose word came by radio, to the tactical headquarters.
  const fromScene = {
    ...({ matter: 'command', incidentId, via: 'radio' } as const),
    outgoing: { name: '张队长', unit: '柴桥消防救援站', hq: null },
    incoming: { name: '李指挥', hq: 'tactical' as const },
  }
  expect(await administrative.client.handover.offer({ ...fromScene, commandId: commandId(5) })).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  })
  expect(await tactical.client.handover.offer({ ...fromScene, via: 'console', commandId: commandId(6) })).toMatchObject(
    { ok: false, error: { code: 'bad-input', path: 'via' } },
  )
  valueOf(await tactical.client.handover.offer({ ...fromScene, commandId: commandId(7) }))
  const [offer] = valueOf(await tactical.client.handover.list({ incidentId })).command
  expect(offer).toMatchObject({
    state: 'offered',
    summary: { incidents: [{ number: 'BL-20260714-001', planVersion: 1 }] },
  })
  expect(valueOf(await tactical.client.headquarters.waiting({}))).toMatchObject([{ kind: 'handover' }])
  const word = {
    ...{ incidentId, handoverId: offer?.handoverId ?? '', basis: [...(offer?.basis ?? [])] },
    ...({ answer: 'accepted', name: '李指挥', summaryHash: offer?.summaryHash ?? '' } as const),
  }
  expect(await administrative.client.handover.answer({ ...word, commandId: commandId(8) })).toMatchObject({
    ok: false,
    error: { code: 'forbidden', path: 'hq' },
  })
  expect(await tactical.client.handover.answer({ ...word, name: '别人', commandId: commandId(9) })).toMatchObject({
    ok: false,
    error: { code: 'forbidden', path: 'name' },
  })
  valueOf(await tactical.client.handover.answer({ ...word, commandId: commandId(10) }))
  expect(valueOf(await administrative.client.handover.list({ incidentId })).holders).toMatchObject([
    { name: '李指挥', hq: 'tactical' },
  ])

  // A shift: offered by the officer on duty, who stays on duty until the other has signed.
  const shift = {
    ...({ matter: 'shift', incidentId: null, via: 'console' } as const),
    outgoing: { name: '王值班', hq: 'administrative' as const },
    incoming: { name: '周接班', hq: 'administrative' as const },
  }
  valueOf(await administrative.client.handover.offer({ ...shift, commandId: commandId(11) }))
  expect(valueOf(await administrative.client.duty.officers({})).own?.officer).toBe('王值班')
  const [standing] = valueOf(await administrative.client.handover.list({ incidentId })).shift
  valueOf(
    await administrative.client.handover.answer({
      commandId: commandId(12),
      incidentId: null,
      handoverId: standing?.handoverId ?? '',
      basis: [...(standing?.basis ?? [])],
      answer: 'accepted',
      name: '周接班',
      summaryHash: standing?.summaryHash ?? '',
    }),
  )
  expect(valueOf(await administrative.client.duty.officers({})).own).toMatchObject({
    ...{ officer: '周接班', relieves: '王值班', withoutHandover: false },
  })

  const held = {
    ...({ commandId: commandId(13), incidentId, kind: 'hazard', judgement: '云团向西南扩散' } as const),
    participants: [{ personId: null, name: '陈工', unit: '化工院' }],
    nextAt: '2026-07-14T11:10:00+08:00',
  }
  valueOf(await administrative.client.consultation.hold(held))
  expect(valueOf(await tactical.client.consultation.list({ incidentId }))).toMatchObject({
    consultations: [{ judgement: '云团向西南扩散', recorder: '周接班', hq: 'administrative' }],
    nextAt: '2026-07-14T11:10:00+08:00',
    experts: [{ specialty: '危化' }],
  })
  expect(valueOf(await tactical.client.system.verify({}))).toEqual({ ok: true, problems: [] })
  expect(console.bugs).toEqual([])
  console.stop()
})
