import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { findOpHash } from '#electron/core/db/repositories/op-log.repo.ts'
import { verifyDatabase } from '#electron/core/services/verify/verify-database.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { openRecord } from './record-fixture.ts'

const CHILD = fileURLToPath(import.meta.resolve('./write-until-killed.ts'))

/** Runs the writer and kills it, as a power switch would, once it acknowledged this many entries; the last number told. */
function killAfter(folder: string, acknowledgements: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let told = ''
    const numbers = (): string[] => told.split('\n').slice(0, -1)
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8')
      if (numbers().length >= acknowledgements) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => {
      resolve(Number(numbers().at(-1)))
    })
  })
}

describe('a console that is killed while it writes', () => {
  const folder = temporaryFolder()
  afterAll(folder.remove)

  it('has every entry it acknowledged, under the same seat, with a sound chain, and its lock is free', async () => {
    let seat = ''
    for (const acknowledgements of [1, 7, 20, 45]) {
      const last = await killAfter(folder.path, acknowledgements)
      const record = openRecord(folder.path)
      if (seat === '') seat = record.journal.seat
      expect(record.alarm).toBeNull()
      expect(record.journal.seat).toBe(seat)
      expect(findOpHash(record.db, seat, last)).not.toBeNull()
      expect(verifyDatabase(record.db, record.path)).toEqual({ ok: true, problems: [] })
      record.close()
    }
  })
})
