import type * as z from 'zod'
import { AppError } from '#shared/kernel/app-error.ts'
import { digestOf } from '#shared/kernel/digest.ts'
import type { ReadDb, WriteDb } from '../db/db-types.ts'
import { findCommandAnswer, saveCommandAnswer } from '../db/repositories/command-answer.repo.ts'
import type { Journal, Recorder } from '../replication/journal.ts'
import { wallTimeOf } from '../replication/wall-time.ts'

/** A command as it came in. */
export interface Command<T> {
  readonly channel: string
  readonly input: { readonly commandId: string }
  /** Shape of the answer, to read a kept one back. */
  readonly output: z.ZodType<T>
}

/** The answer already given to this command, or null. A second, different use of a command id is refused. */
export function findAnswer<T>(db: ReadDb, command: Command<T>): T | null {
  const { commandId } = command.input
  const kept = findCommandAnswer(db, commandId)
  if (kept === null) return null
  if (kept.channel !== command.channel || kept.inputHash !== digestOf(command.input)) {
    throw new AppError('conflict', `操作编号 ${commandId} 已用于另一次操作，本次未执行；请重新提交`, {
      path: 'commandId',
      value: commandId,
    })
  }
  return command.output.parse(kept.answer)
}

/** Carries out a command in one transaction with its answer; the same command again gets the same answer and does nothing. */
export function answerOnce<T>(
  core: { readonly db: WriteDb; readonly journal: Journal; readonly nowMs: () => number },
  command: Command<T>,
  work: (recorder: Recorder) => T,
): T {
  return core.journal.commit((recorder) => {
    const kept = findAnswer(core.db, command)
    if (kept !== null) return kept
    const answer = work(recorder)
    saveCommandAnswer(core.db, {
      commandId: command.input.commandId,
      channel: command.channel,
      inputHash: digestOf(command.input),
      answer,
      answeredAt: wallTimeOf(core.nowMs()),
    })
    return answer
  })
}
