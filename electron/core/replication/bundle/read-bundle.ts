import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import * as z from 'zod'
import { AppError } from '#shared/kernel/app-error.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { groupBy } from '#shared/kernel/order.ts'
import { GENESIS } from '#shared/replication/op.ts'
import type { StoredOp } from '../../db/repositories/op-log.repo.ts'
import { ForeignOp } from '../foreign-op.ts'
import { hashText, isSignedBy, readPublicKey, seatOf } from '../op-proof.ts'
import {
  BundleHeader,
  FILE_MARK,
  MAX_FILE_BYTES,
  MAX_LINE_BYTES,
  MAX_UNPACKED_BYTES,
  type Bundle,
} from './bundle-shape.ts'

const FIRST_LINE = /^ecc-bundle\/(\d{1,4}) ([0-9a-f]{64}) ([1-9]\d{0,9})$/
const FirstRecord = z.strictObject({ header: BundleHeader, signature: z.string().length(88) })
const AnyRecord = z.looseObject({ header: z.looseObject({ schema: z.string() }) })
const ContentRecord = z.strictObject({ content: z.string() })
const AttachmentRecord = z.strictObject({ mime: z.string().max(100), base64: z.base64() })

/**
 * Reads a bundle: whole by its own hash before anything is unpacked, within the size limits, signed by the seat that sends
 * it, with the entries it says it has. Writes nothing.
 *
 * @throws AppError `file-broken`, `file-too-large`, `bundle-newer`.
 */
export function readBundle(bytes: Uint8Array, file: string): Bundle {
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge(file)
  const { packed, contentHash } = openWrapping(bytes, file)
  const lines = linesOf(unpack(packed, file), file)
  const [first, ...rest] = lines
  const { header, signature } = readHeader(first ?? '', file)
  const sender = header.seats.find(({ seat }) => seat === header.from)
  const key = sender === undefined ? null : readPublicKey(sender.publicKey)
  if (header.seats.some(({ seat, publicKey }) => seatOf(publicKey) !== seat)) throw broken(file, '席位名与公钥不符')
  if (key?.asymmetricKeyType !== 'ed25519' || !isSignedBy(hashText(canonicalJson(header)), signature, key)) {
    throw broken(file, '签名无效')
  }
  const hash = createHash('sha256')
  for (const line of rest) hash.update(line, 'utf8').update('\n')
  if (hash.digest('hex') !== header.bodyHash) throw broken(file, '内容与摘要不符')
  const { ops, contents, attachments } = header.counts
  if (rest.length !== ops + contents + attachments) throw broken(file, '条数不符')
  const entries = rest.slice(0, ops).map((line) => readOp(line, file))
  const texts = rest.slice(ops, ops + contents).map((line) => readRecord(ContentRecord, line, file).content)
  refuseGaps(header, entries, file)
  return {
    ...{ header, contentHash, ops: entries },
    contents: new Map(texts.map((content) => [hashText(content), content])),
    attachments: rest.slice(ops + contents).map((line) => {
      const { mime, base64 } = readRecord(AttachmentRecord, line, file)
      const content = Buffer.from(base64, 'base64')
      return { hash: createHash('sha256').update(content).digest('hex'), mime, bytes: content }
    }),
  }
}

function openWrapping(bytes: Uint8Array, file: string): { packed: Uint8Array; contentHash: string } {
  const end = bytes.subarray(0, 200).indexOf(10)
  const match = FIRST_LINE.exec(end < 0 ? '' : Buffer.from(bytes.subarray(0, end)).toString('latin1'))
  if (match === null) throw broken(file, '不是合并文件，或开头被改动')
  const [, version = '', contentHash = '', length = ''] = match
  if (`ecc-bundle/${version}` !== FILE_MARK) throw newer(file)
  const packed = bytes.subarray(end + 1)
  if (packed.length !== Number(length)) throw broken(file, '文件不完整')
  if (createHash('sha256').update(packed).digest('hex') !== contentHash) throw broken(file, '内容与校验值不符')
  return { packed, contentHash }
}

function unpack(packed: Uint8Array, file: string): Buffer {
  try {
    return gunzipSync(packed, { maxOutputLength: MAX_UNPACKED_BYTES })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(file) : broken(file, '无法解压', error)
  }
}

function linesOf(text: Buffer, file: string): string[] {
  const lines: string[] = []
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let start = 0; start < text.length;) {
    const end = text.indexOf(10, start)
    if (end < 0) throw broken(file, '最后一行不完整')
    if (end - start > MAX_LINE_BYTES) throw tooLarge(file)
    try {
      lines.push(decoder.decode(text.subarray(start, end)))
    } catch (error) {
      throw broken(file, '文字编码有误', error)
    }
    start = end + 1
  }
  return lines
}

function readHeader(line: string, file: string): z.infer<typeof FirstRecord> {
  const value = parseLine(line, file)
  const any = AnyRecord.safeParse(value)
  if (any.success && any.data.header.schema !== 'bundle/1') throw newer(file)
  const record = FirstRecord.safeParse(value)
  // The very text that was signed: JSON lets one value be written in many ways.
  if (record.success && canonicalJson(record.data) !== line) throw broken(file, '说明部分被改写')
  if (record.success) return record.data
  throw broken(file, `说明部分的 ${record.error.issues[0]?.path.map(String).join('.') ?? ''} 不对`)
}

function readOp(line: string, file: string): StoredOp {
  return readRecord(ForeignOp, line, file)
}

function readRecord<T>(shape: z.ZodType<T>, line: string, file: string): T {
  const record = shape.safeParse(parseLine(line, file))
  if (record.success) return record.data
  throw broken(file, `有一条记录的 ${record.error.issues[0]?.path.map(String).join('.') ?? ''} 不对`)
}

function parseLine(line: string, file: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw broken(file, '有一行不成格式', error)
  }
}

/** The entries of each seat run without a gap from where the receiver was taken to be to the head that is named. */
function refuseGaps(header: BundleHeader, ops: readonly StoredOp[], file: string): void {
  const bySeat = groupBy(ops, ({ op }) => op.seat)
  const heads = new Map(header.heads.map((head) => [head.seat, head]))
  for (const seat of new Set([...bySeat.keys(), ...heads.keys()])) {
    const head = heads.get(seat)
    const own = bySeat.get(seat) ?? []
    let seq = header.since[seat] ?? 0
    let hash = seq === 0 ? GENESIS : null
    for (const stored of own) {
      const { op } = stored
      if (op.seq !== seq + 1 || (hash !== null && op.prev !== hash)) throw broken(file, '记录不连续')
      seq = op.seq
      hash = stored.hash
    }
    const isToHead = own.length > 0 ? head?.seq === seq && head.hash === hash : (head?.seq ?? 0) <= seq
    if (!isToHead) throw broken(file, '记录没有到所写的末端')
    if (!header.seats.some((known) => known.seat === seat)) throw broken(file, '缺一个席位的公钥')
  }
}

function broken(file: string, why: string, cause?: unknown): AppError {
  return new AppError('file-broken', `“${file}”不能用：${why}。没有写入任何内容；请重新拷贝，或请对方重新导出`, {
    path: file,
    value: why,
    cause,
  })
}

function tooLarge(file: string): AppError {
  return new AppError('file-too-large', `“${file}”过大，不像指挥台导出的合并文件。没有写入任何内容`, { path: file })
}

function newer(file: string): AppError {
  return new AppError('bundle-newer', `“${file}”由更新版本的指挥台导出。没有写入任何内容；请先升级本机程序`, {
    path: file,
  })
}
