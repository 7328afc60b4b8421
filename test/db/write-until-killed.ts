import { AMENDMENT, openRecord, writeThreeEntries } from './record-fixture.ts'

/**
 * Child of the kill test: appends revisions without end and tells the number of each entry once it was committed, until
 * somebody kills it. `process.argv[2]` is the folder of the record.
 */
const record = openRecord(process.argv[2] ?? '')
const done = Number(record.db.prepare('SELECT coalesce(max(seq), 0) FROM op_log').pluck().get())
if (done === 0) writeThreeEntries(record)
for (let revision = Math.max(3, done); ; revision += 1) {
  record.journal.commit((recorder) => {
    recorder.append({ ...AMENDMENT, basis: [], body: { ...AMENDMENT.body, revision } })
  })
  process.stdout.write(`${revision + 1}\n`)
}
