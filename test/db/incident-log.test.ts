import { expect, it } from 'vitest'
import { createIncidentLog } from '#electron/core/services/command/incident-log.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { AMENDMENT, openRecord, writeThreeEntries } from './record-fixture.ts'

it('reads the record of one incident in order, once, and again when an entry was added', () => {
  const folder = temporaryFolder()
  const record = openRecord(folder.path)
  writeThreeEntries(record)
  writeThreeEntries(record, 'incident-2')
  const log = createIncidentLog(record.db)
  const first = log.opsOf('incident-1')
  expect(first.map(({ kind }) => kind)).toEqual(['v1.incident.opened', 'v1.incident.amended', 'v1.plan.published'])
  expect(log.opsOf('incident-1')).toBe(first)
  const amended = record.journal.commit((recorder) => recorder.append({ ...AMENDMENT, basis: [] }))
  expect(log.opsOf('incident-1').map(({ id }) => id)).toEqual([...first.map(({ id }) => id), amended.id])
  expect(log.opsOf('nobody')).toEqual([])
  record.close()
  folder.remove()
})

it('does not keep what a failed transaction took back', () => {
  const folder = temporaryFolder()
  const record = openRecord(folder.path)
  writeThreeEntries(record)
  const log = createIncidentLog(record.db)
  const before = log.opsOf('incident-1').length
  expect(() =>
    record.journal.commit((recorder) => {
      recorder.append({ ...AMENDMENT, basis: [] })
      expect(log.opsOf('incident-1')).toHaveLength(before + 1)
      throw new Error('taken back')
    }),
  ).toThrow()
  expect(log.opsOf('incident-1')).toHaveLength(before)
  record.close()
  folder.remove()
})
