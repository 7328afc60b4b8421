import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

it('records what a window does under the name of the officer on duty there, and relieves nobody without a word', async () => {
  const databasePath = join(folder.path, 'console.db')
  const console = startConsole(databasePath)
  const { administrative, tactical } = console
  const open = { commandId: commandId(1), incident: ammoniaTanker() }
  expect(valueOf(await administrative.client.duty.officers({}))).toEqual({ own: null, all: [] })
  valueOf(await administrative.client.duty.sign({ commandId: commandId(2), officer: ' 王值班 ' }))
  const opened = valueOf(await administrative.client.incident.open(open))

  expect(valueOf(await tactical.client.duty.officers({}))).toMatchObject({
    own: null,
    all: [{ hq: 'administrative', officer: '王值班', isHere: true, withoutHandover: false }],
  })
  const relief = { officer: '周接班', reason: '' }
  expect(await administrative.client.duty.sign({ ...relief, commandId: commandId(3) })).toMatchObject({
    ok: false,
    error: { code: 'needs-acknowledgement', value: '王值班' },
  })
  const hasty = { ...relief, commandId: commandId(4), reason: '王值班突发疾病' }
  expect(valueOf(await administrative.client.duty.sign(hasty))).toEqual({ officer: '周接班', relieves: '王值班' })
  const amended = { incidentId: opened.incidentId, expectedRevision: 1, incident: ammoniaTanker({ title: '二' }) }
  valueOf(await administrative.client.incident.amend({ ...amended, commandId: commandId(5) }))
  valueOf(await tactical.client.incident.amend({ ...amended, commandId: commandId(6), expectedRevision: 2 }))

  const journal = valueOf(await tactical.client.system.journal({}))
  expect(journal.map(({ who, role }) => `${who} ${role}`)).toEqual([
    'local tactical',
    '周接班 administrative',
    '周接班 administrative',
    '王值班 administrative',
    '王值班 administrative',
  ])
  expect(journal[2]?.text).toBe('周接班接替王值班在行政指挥部值班（未办交接，理由：王值班突发疾病）')
  expect(valueOf(await tactical.client.system.verify({}))).toEqual({ ok: true, problems: [] })
  console.stop()

  const again = startConsole(databasePath)
  expect(valueOf(await again.administrative.client.duty.officers({})).own?.officer).toBe('周接班')
  expect([...console.bugs, ...again.bugs]).toEqual([])
  again.stop()
})
