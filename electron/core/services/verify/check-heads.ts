import type { ReadDb } from '../../db/db-types.ts'
import { findOpHash, readHeads, readSeats, type ChainHead } from '../../db/repositories/op-log.repo.ts'
import { isSealedBy, type SealedHead } from '../../replication/sealed-head.ts'
import type { Problem } from './problem.ts'

/**
 * Compares where each chain ends with the head table and with the heads sealed outside the database: a tail that was cut
 * off is seen here and nowhere else. A log that reaches further than its seal is sound (a stop between commit and seal).
 */
export function checkHeads(db: ReadDb, ends: readonly ChainHead[], sealed: readonly SealedHead[] | null): Problem[] {
  const table = readHeads(db)
  const seats = readSeats(db)
  const problems = compareTable(table, ends)
  if (sealed === null) {
    const written = ends.some((end) => end.seq > 0)
    return written
      ? [
          ...problems,
          headProblem(
            'head-missing',
            '',
            0,
            '数据库旁封存日志末端的文件（.head）不见了或已损坏，无法判断日志是否被截断',
          ),
        ]
      : problems
  }
  for (const seat of seats) {
    const head = sealed.find((candidate) => candidate.seat === seat.seat)
    const end = ends.find((candidate) => candidate.seat === seat.seat)
    if (!head) {
      if (end) problems.push(headProblem('head-missing', seat.seat, end.seq, `席位 ${seat.seat} 的日志没有封存的末端`))
    } else {
      const signer = seats.find((candidate) => candidate.seat === (head.by ?? head.seat))
      problems.push(...compareSealed(db, head, { end, publicKey: signer?.publicKey ?? '' }))
    }
  }
  return [...problems, ...sealed.filter((head) => isGone(head, seats)).map(goneProblem)]
}

/** A seat that sealed entries but is no longer in the database at all. */
function isGone(head: SealedHead, seats: readonly { seat: string }[]): boolean {
  return head.seq > 0 && !seats.some(({ seat }) => seat === head.seat)
}

function goneProblem({ seat, seq }: SealedHead): Problem {
  return headProblem('journal-truncated', seat, 1, `席位 ${seat} 的日志被截断：应有 ${seq} 条，现在一条也没有`)
}

function compareSealed(
  db: ReadDb,
  head: SealedHead,
  seat: { end: ChainHead | undefined; publicKey: string },
): Problem[] {
  if (!isSealedBy(head, seat.publicKey)) {
    return [headProblem('head-damaged', head.seat, head.seq, `席位 ${head.seat} 封存的日志末端签名无效`)]
  }
  const last = seat.end?.seq ?? 0
  if (last < head.seq) {
    const text = `席位 ${head.seat} 的日志被截断：应有 ${head.seq} 条，现有 ${last} 条，缺第 ${last + 1} 至 ${head.seq} 条`
    return [headProblem('journal-truncated', head.seat, last + 1, text)]
  }
  if (head.seq === 0 || findOpHash(db, head.seat, head.seq) === head.hash) return []
  return [
    headProblem(
      'journal-rewritten',
      head.seat,
      head.seq,
      `席位 ${head.seat} 第 ${head.seq} 条与封存时不同，日志被改写`,
    ),
  ]
}

function compareTable(table: readonly ChainHead[], ends: readonly ChainHead[]): Problem[] {
  const seats = [...new Set([...table, ...ends].map((head) => head.seat))]
  return seats.flatMap((seat) => {
    const inTable = table.find((head) => head.seat === seat)
    const end = ends.find((head) => head.seat === seat)
    if (inTable && end && inTable.seq === end.seq && inTable.hash === end.hash) return []
    const seq = Math.max(inTable?.seq ?? 0, end?.seq ?? 0)
    const text = `席位 ${seat} 的日志末端（第 ${end?.seq ?? 0} 条）与登记的末端（第 ${inTable?.seq ?? 0} 条）不符`
    return [{ ...headProblem('head-table', seat, seq, text), table: 'log_head' }]
  })
}

function headProblem(code: string, seat: string, seq: number, text: string): Problem {
  return { code, text, seat, seq }
}
