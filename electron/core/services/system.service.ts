import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { JournalEntry, StartNotice } from '#shared/contract/system.contract.ts'
import type { LevelOverride } from '#shared/domain/level-record.ts'
import type { Level } from '#shared/domain/taxonomy.ts'
import { LEVEL_SIGNS } from '#shared/planner/grading/levels.ts'
import type { OpEnvelope } from '#shared/replication/op.ts'
import type { ReadDb } from '../db/db-types.ts'
import { readNewestOps, type StoredOp } from '../db/repositories/op-log.repo.ts'
import { readKnownOp } from '../replication/known-op.ts'
import { libraryEntries } from './library-journal.ts'
import { verifyDatabase } from './verify/verify-database.ts'

/** State of the console itself. */
export type SystemService = AppHandlers['system']

/** What the console says about itself besides its state. */
export interface ConsoleIdentity {
  readonly version: string
  readonly runtime: string
  readonly databasePath: string
}

/** Builds the system service. */
export function createSystemService(core: {
  readonly db: ReadDb
  readonly seat: string
  readonly identity: ConsoleIdentity
  readonly notices: readonly StartNotice[]
}): SystemService {
  const { db, seat, identity, notices } = core
  return {
    info: () => ({ ...identity, ready: true, notices: [...notices], seat }),
    verify: () => {
      const { ok, problems } = verifyDatabase(db, identity.databasePath)
      return { ok, problems: problems.map((problem) => ({ ...problem })) }
    },
    journal: (filter) =>
      newestFirst(readNewestOps(db, filter).map(entryOf), libraryEntries(db, filter)).slice(0, filter.limit),
  }
}

/** Two lists that are each newest first, as one; of the same second the operations stand first. */
function newestFirst(ops: readonly JournalEntry[], changes: readonly JournalEntry[]): JournalEntry[] {
  const entries: JournalEntry[] = []
  let next = 0
  for (const op of ops) {
    for (let change = changes[next]; change !== undefined && change.at > op.at; change = changes[next]) {
      entries.push(change)
      next += 1
    }
    entries.push(op)
  }
  return [...entries, ...changes.slice(next)]
}

function entryOf({ op, hash }: StoredOp): JournalEntry {
  const { id, wall, kind, inc, by } = op
  return { opId: id, at: wall, kind, incidentId: inc, who: by.user, role: by.role, text: sentenceOf(op), hash }
}

/** One entry as a sentence for the operator. */
function sentenceOf(envelope: OpEnvelope): string {
  const op = readKnownOp(envelope)
  if (op === null) return `本版本不认识的记录（${envelope.kind}），已原样保存`
  switch (op.kind) {
    case 'v1.incident.opened':
      return `接警登记 ${op.body.number}${op.body.incident.title === undefined ? '' : `：${op.body.incident.title}`}`
    case 'v1.incident.amended':
      return `更新事件信息，第 ${op.body.revision} 次修订`
    case 'v1.incident.graded':
      return gradedSentence(op.body)
    case 'v1.incident.levelRose':
      return `${LEVEL_KIND_NAMES[op.body.of]}由${levelName(op.body.from)}升至${levelName(op.body.to)}（第 ${op.body.revision} 次修订）：${op.body.text}`
    case 'v1.incident.riseSeen':
      return '已阅级别上升提示'
    case 'v1.plan.published':
      return `生成三案第 ${op.body.version} 版（依据第 ${op.body.incidentRevision} 次修订，提示 ${op.body.findings} 条，用时 ${op.body.elapsedMs} 毫秒）`
    case 'v1.plan.weighted': {
      const { value, shipped } = op.body
      return value === null
        ? `留守覆盖权重恢复为出厂值 ${shipped} 秒/街道`
        : `留守覆盖权重设为 ${value} 秒/街道（出厂值 ${shipped}）`
    }
  }
}

const LEVEL_KIND_NAMES = { event: '事件等级', response: '响应级别' } as const

function gradedSentence({ of, value, withdrawn, computed, reason }: LevelOverride): string {
  const name = LEVEL_KIND_NAMES[of]
  return withdrawn
    ? `撤销人工确定的${name}，恢复系统判定的${levelName(computed)}；理由：${reason}`
    : `人工确定${name}为${levelName(value)}（系统判定${levelName(computed)}）；理由：${reason}`
}

function levelName(level: Level | null): string {
  return level === null ? '未达等级（险情）' : `${LEVEL_SIGNS[level]}级`
}
