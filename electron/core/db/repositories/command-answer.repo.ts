import type { ReadDb, WriteDb } from '../db-types.ts'
import { firstRow, jsonOf, textOf } from '../rows.ts'

/** The answer once given to a command. */
export interface CommandAnswer {
  readonly commandId: string
  readonly channel: string
  /** Digest of the command's input, to tell a repeat from a second use of the id. */
  readonly inputHash: string
  readonly answer: unknown
  readonly answeredAt: string
}

/** Keeps the answer of a command. */
export function saveCommandAnswer(db: WriteDb, answer: CommandAnswer): void {
  db.prepare(
    'INSERT INTO command_answers (command_id, channel, input_hash, answer, answered_at) VALUES (?, ?, ?, ?, ?)',
  ).run(answer.commandId, answer.channel, answer.inputHash, JSON.stringify(answer.answer), answer.answeredAt)
}

/** The answer already given to a command id, or null. */
export function findCommandAnswer(db: ReadDb, commandId: string): CommandAnswer | null {
  const row = firstRow(db, 'SELECT * FROM command_answers WHERE command_id = ?', [commandId])
  if (row === null) return null
  return {
    commandId,
    channel: textOf(row, 'channel'),
    inputHash: textOf(row, 'input_hash'),
    answer: jsonOf(row, 'answer'),
    answeredAt: textOf(row, 'answered_at'),
  }
}
