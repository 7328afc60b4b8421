import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AppError } from '#shared/kernel/app-error.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { hashText, signHash } from '#electron/core/replication/op-proof.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { MUTATIONS, seeded } from '../unit/datasets-io/mutate-file.ts'
import { openMachine, type Machine } from './bundle-fixture.ts'
import { writeThreeEntries } from './record-fixture.ts'

const folder = temporaryFolder()
let sender: Machine
let receiver: Machine
let file: Buffer

beforeAll(() => {
  sender = openMachine(folder.path, 'sender')
  receiver = openMachine(folder.path, 'receiver')
  for (const incident of ['incident-1', 'incident-2', 'incident-3']) writeThreeEntries(sender, incident)
  writeThreeEntries(receiver, 'incident-4')
  file = sender.give()
})
afterAll(() => {
  sender.close()
  receiver.close()
  folder.remove()
})

const TABLES = ['op_log', 'log_head', 'seats', 'contents', 'incidents', 'op_quarantine', 'bundle_runs']
function rowsOf({ db }: Machine): string {
  return canonicalJson(TABLES.map((table) => db.prepare(`SELECT * FROM ${table}`).all()))
}

/** The file around other packed bytes, its own check value put right: what only somebody with intent does. */
function wrapped(packed: Buffer): Buffer {
  const hash = createHash('sha256').update(packed).digest('hex')
  return Buffer.concat([Buffer.from(`ecc-bundle/1 ${hash} ${packed.length}\n`), packed])
}

/** `null` when it was refused in the operator's words; otherwise what happened. */
function outcomeOf(bytes: Buffer): string | null {
  try {
    receiver.take(bytes)
    return 'taken'
  } catch (error) {
    if (!(error instanceof AppError)) return String(error)
    return ['file-broken', 'file-too-large', 'bundle-newer'].includes(error.code) ? null : error.code
  }
}

it('refuses 2,400 damaged files with a code and leaves the record as it was; the whole one is then taken', () => {
  const before = rowsOf(receiver)
  const chance = seeded(20260714)
  const inner = gunzipSync(file.subarray(file.indexOf(10) + 1))
  const other = receiver.give()
  const outcomes = new Map<string, number>()
  let tried = 0
  const check = (name: string, bytes: Buffer, unchanged: Buffer): void => {
    if (bytes.equals(unchanged)) return
    tried += 1
    const outcome = outcomeOf(bytes)
    if (outcome !== null) outcomes.set(`${name}: ${outcome}`, (outcomes.get(`${name}: ${outcome}`) ?? 0) + 1)
  }
  const kinds = Object.entries(MUTATIONS)
  for (let round = 0; tried < 1600; round += 1) {
    const [name, mutate] = kinds[round % kinds.length] ?? ['cut', (bytes: Buffer) => bytes.subarray(1)]
    check(name, mutate(file, chance, other), file)
  }
  for (let round = 0; tried < 2400; round += 1) {
    const [name, mutate] = kinds[round % kinds.length] ?? ['cut', (bytes: Buffer) => bytes.subarray(1)]
    const changed = mutate(inner, chance, other)
    if (!changed.equals(inner)) check(`inside ${name}`, wrapped(gzipSync(changed, { level: 1 })), file)
  }
  expect(Object.fromEntries(outcomes)).toEqual({})
  expect(tried).toBeGreaterThanOrEqual(2400)
  expect(rowsOf(receiver)).toBe(before)
  expect(receiver.take(file).taken).toHaveLength(9)
})

it('refuses every cut and every flipped bit of the first 600 bytes', () => {
  const before = rowsOf(receiver)
  const taken = Array.from({ length: 600 }, (_, at) => {
    const flipped = Buffer.from(file)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
    return [outcomeOf(file.subarray(0, at)), outcomeOf(flipped)]
  }).flat()
  expect(taken.filter((outcome) => outcome !== null)).toEqual([])
  expect(rowsOf(receiver)).toBe(before)
})

it('refuses a bomb, a bundle of another version, a header under another key, and one whose counts do not add up', () => {
  const before = rowsOf(receiver)
  expect(outcomeOf(wrapped(gzipSync(Buffer.alloc(400 * 1024 * 1024), { level: 1 })))).toBeNull()
  expect(outcomeOf(Buffer.from(`ecc-bundle/2 ${'0'.repeat(64)} 9\n`))).toBeNull()
  const [first = '', ...rest] = gunzipSync(file.subarray(file.indexOf(10) + 1))
    .toString('utf8')
    .split('\n')
  const { header } = JSON.parse(first) as { header: Record<string, unknown> }
  const signed = (change: Record<string, unknown>, by: Machine): Buffer => {
    const changed = { ...header, ...change }
    const signature = signHash(hashText(canonicalJson(changed)), by.key.privateKey)
    return wrapped(gzipSync([canonicalJson({ header: changed, signature }), ...rest].join('\n'), { level: 1 }))
  }
  const counts = { ops: 8, contents: 2, attachments: 0 }
  const forged = [
    signed({}, receiver),
    signed({ counts }, sender),
    signed({ heads: [] }, sender),
    signed({ seats: [] }, sender),
  ]
  expect(forged.map(outcomeOf)).toEqual([null, null, null, null])
  expect(outcomeOf(signed({ schema: 'bundle/2' }, sender))).toBeNull()
  expect(outcomeOf(signed({}, sender))).toBe('taken')
  expect(rowsOf(receiver).length).toBeGreaterThanOrEqual(before.length)
})
