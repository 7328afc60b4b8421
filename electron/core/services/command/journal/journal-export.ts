import type { JournalLine } from '#shared/contract/journal.contract.ts'
import type { PaperDocument } from '#shared/domain/paper-document.ts'
import { watermarkOf } from '#shared/text/documents/watermark.ts'
import type { ReadDb } from '../../../db/db-types.ts'
import { readOp, readSeats } from '../../../db/repositories/op-log.repo.ts'

/** The entries with everything that proves them: operations, hashes, signatures and the keys of their seats. */
export function journalJson(db: ReadDb, lines: readonly JournalLine[], exportedAt: string): string {
  const entries = lines.map(({ seat, seq, text }) => {
    const stored = readOp(db, seat, seq)
    return { text, op: stored?.op ?? null, hash: stored?.hash ?? null, signature: stored?.signature ?? null }
  })
  const wanted = new Set(lines.map(({ seat }) => seat))
  const seats = readSeats(db).filter(({ seat }) => wanted.has(seat))
  const proof = 'hash = SHA-256 of the canonical JSON (RFC 8785) of op; signature = Ed25519 over the hash in hex'
  return `${JSON.stringify({ schema: 'journal-export/1', exportedAt, proof, seats, entries }, null, 1)}\n`
}

const CSV_HEAD = ['时间', '事件', '席位', '序号', '身份', '姓名', '内容', '更正', '摘要']

/** The entries as a table for people, with a byte order mark so that Excel reads it as UTF-8. */
export function journalCsv(lines: readonly JournalLine[]): string {
  const rows = lines.map((line) => [
    ...[line.at, line.number, line.seat, String(line.seq), line.role, line.who, line.text],
    ...[line.correctedBy.map(({ text }) => text).join('；'), line.hash],
  ])
  return `\uFEFF${[CSV_HEAD, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** Quoted; words that a spreadsheet would take for a formula are kept words by a leading apostrophe. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** What the paper is about. */
export interface JournalPaper {
  /** The incident, or null for the whole record. */
  readonly incident: {
    readonly number: string
    readonly title: string
    readonly mode: 'real' | 'drill' | 'tabletop'
  } | null
  readonly printedAt: string
}

/** The entries on paper, the oldest first; a corrected one shows its correction beside it. */
export function journalDocument(lines: readonly JournalLine[], { incident, printedAt }: JournalPaper): PaperDocument {
  const title = incident === null ? '指挥日志' : `指挥日志　${incident.title}`
  const number = incident?.number ?? '全部'
  return {
    schema: 'paper-document/1',
    title,
    fileName: `指挥日志-${number}-${printedAt.slice(0, 10)}`,
    paper: 'A4',
    watermark: incident === null ? null : watermarkOf(incident.mode),
    sheets: [
      {
        title,
        above: `${number}　共 ${lines.length} 条　打印 ${printedAt.slice(0, 16).replace('T', ' ')}`,
        number: `日志 ${number}`,
        source: '席位与序号可与电子日志逐条核对',
        flows: true,
        blocks: [
          {
            kind: 'table',
            head: ['时间', '谁', '内容', '席位#序'],
            widths: [15, 15, 55, 15],
            rows: [...lines]
              .reverse()
              .map((line) => [
                line.at.slice(5, 19).replace('T', ' '),
                `${line.who}${HEADQUARTERS_NAMES.get(line.role) ?? ''}`,
                [line.text, ...line.correctedBy.map(({ text }) => text)].join('　⟶ '),
                `${line.seat.replace('seat-', '').slice(0, 6)}#${line.seq}`,
              ]),
          },
        ],
      },
    ],
  }
}

const HEADQUARTERS_NAMES = new Map([
  ['administrative', '（行政）'],
  ['tactical', '（战术）'],
])
