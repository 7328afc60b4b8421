import { appendFileSync, existsSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import * as z from 'zod'
import { answerOnce } from '#electron/core/services/answer-once.ts'
import { TEST_NOW_MS } from '#test/harness/surroundings.ts'
import { readLedger } from './kill-ledger.ts'
import { AMENDMENT, openRecord, writeThreeEntries } from './record-fixture.ts'

/**
 * Child of the kill test: gives one command after the other to the record, as a window would, until somebody kills it.
 * `process.argv[2]` is the folder of the record. What was asked and what was answered stands in the ledger beside it; a
 * command that got no answer is asked again after the restart under the same number, as a window does.
 */
const folder = process.argv[2] ?? ''
const ledgerPath = join(folder, 'ledger.txt')
const record = openRecord(folder)
const ledger = existsSync(ledgerPath) ? readLedger(ledgerPath) : { asked: 0, answered: new Map<number, number>() }
const Answer = z.strictObject({ seq: z.number().int() })

if (record.db.prepare('SELECT count(*) FROM op_log').pluck().get() === 0) writeThreeEntries(record)
// A process that is killed does not keep what it compiled; the next one would start at half the speed.
flushCompileCache()
process.stdout.write('ready\n')
const first = ledger.answered.has(ledger.asked) ? ledger.asked + 1 : Math.max(1, ledger.asked)
for (let number = first; ; number += 1) {
  appendFileSync(ledgerPath, `asked ${number}\n`)
  const { seq } = answerOnce(
    { db: record.db, journal: record.journal, nowMs: () => TEST_NOW_MS },
    { channel: 'test.write', input: { commandId: `command-${number}` }, output: Answer },
    (recorder) => {
      if (number % 3 === 0) recorder.keep(`内容 ${number}`.repeat(200))
      const op = recorder.append({
        ...AMENDMENT,
        basis: [],
        body: { ...AMENDMENT.body, revision: number + 2 },
      })
      return { seq: op.seq }
    },
  )
  appendFileSync(ledgerPath, `answered ${number} ${seq}\n`)
}
