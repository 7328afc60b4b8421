import type { KeyObject } from 'node:crypto'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { GENESIS } from '#shared/replication/op.ts'
import type { ReadDb } from '../../db/db-types.ts'
import {
  JSON_COLUMNS,
  readRawOps,
  readSeats,
  storedOpOf,
  type ChainHead,
  type StoredOp,
} from '../../db/repositories/op-log.repo.ts'
import type { SqlRow } from '../../db/rows.ts'
import { hashOp, isSignedBy, readPublicKey, seatOf } from '../../replication/op-proof.ts'
import type { Problem } from './problem.ts'

/** Result of walking the log: what is wrong and where each chain ends. */
export interface ChainWalk {
  readonly problems: Problem[]
  readonly ends: readonly ChainHead[]
}

/** One chain while it is walked. A damaged entry may be known by its stored or its true hash; either may be named next. */
interface Chain {
  readonly seat: string
  readonly key: KeyObject | null
  seq: number
  hashes: readonly string[]
  storedHash: string
}

/** Walks every seat's chain: gaps, edits, order, signatures; each problem names seat and entry number. */
export function checkChains(db: ReadDb): ChainWalk {
  const keys = new Map(readSeats(db).map((seat) => [seat.seat, seat]))
  const problems: Problem[] = [...keys.values()].flatMap(checkSeat)
  const chains = new Map<string, Chain>()
  for (const row of readRawOps(db)) {
    const seat = String(row['seat'])
    const known = keys.get(seat)
    const chain = chains.get(seat) ?? startChain(seat, known ? readPublicKey(known.publicKey) : null)
    chains.set(seat, chain)
    problems.push(...checkEntry(chain, row))
  }
  const ends = [...chains.values()].map(({ seat, seq, storedHash }) => ({ seat, seq, hash: storedHash }))
  return { problems, ends }
}

function startChain(seat: string, key: KeyObject | null): Chain {
  return { seat, key, seq: 0, hashes: [GENESIS], storedHash: GENESIS }
}

function checkSeat(seat: { seat: string; algorithm: string; publicKey: string }): Problem[] {
  if (seat.algorithm === 'ed25519' && seatOf(seat.publicKey) === seat.seat) return []
  return [
    { code: 'seat-key', text: `席位 ${seat.seat} 登记的公钥与席位名不符，可能被替换`, seat: seat.seat, table: 'seats' },
  ]
}

function checkEntry(chain: Chain, row: SqlRow): Problem[] {
  const seq = Number(row['seq'])
  const problem = (code: string, text: string, at = seq): Problem => ({
    code,
    text: `席位 ${chain.seat} 第 ${at} 条：${text}`,
    seat: chain.seat,
    seq: at,
    table: 'op_log',
  })
  const problems: Problem[] = []
  if (seq !== chain.seq + 1) problems.push(problem('journal-gap', '缺失，记录不连续', chain.seq + 1))
  const prev = String(row['prev'])
  if (!chain.hashes.includes(prev)) problems.push(problem('journal-order', '与前一条的摘要不衔接（缺失、改动或调换）'))
  const stored = readEntry(row)
  const storedHash = String(row['hash'])
  if (stored === null) problems.push(problem('journal-edited', '内容已不成格式'))
  else problems.push(...checkProof(chain, stored, row).map(([code, text]) => problem(code, text)))
  chain.seq = seq
  chain.hashes = stored === null ? [storedHash] : [storedHash, hashOp(stored.op)]
  chain.storedHash = storedHash
  return problems
}

function checkProof(chain: Chain, stored: StoredOp, row: SqlRow): [string, string][] {
  const found: [string, string][] = []
  if (hashOp(stored.op) !== stored.hash) found.push(['journal-edited', '内容与摘要不符，已被改动'])
  else if (JSON_COLUMNS.some((column) => canonicalJson(JSON.parse(String(row[column]))) !== row[column])) {
    found.push(['journal-edited', '文字形式被改动'])
  }
  if (chain.key === null || !isSignedBy(stored.hash, stored.signature, chain.key)) {
    found.push(['journal-signature', '签名不是本席位所签'])
  }
  return found
}

function readEntry(row: SqlRow): StoredOp | null {
  try {
    return storedOpOf(row)
  } catch {
    return null // reported by the caller with seat and number
  }
}
