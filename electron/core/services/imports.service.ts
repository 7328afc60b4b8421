import { basename } from 'node:path'
import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { ImportProgress, ImportSession, ImportSource } from '#shared/contract/imports.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { WriteDb } from '../db/db-types.ts'
import { listImportRuns } from '../db/repositories/import.repo.ts'
import type { Journal } from '../replication/journal.ts'
import type { ImportDesk, OpenDesk } from '../imports/import-port.ts'
import type { VouchedFiles } from '../imports/vouched-files.ts'
import type { LibrarySource } from './library-source.ts'
import { wallTimeOf } from '../replication/wall-time.ts'

/** What the imports service is built from. */
export interface ImportsServiceParts {
  readonly db: WriteDb
  readonly journal: Pick<Journal, 'seat'>
  readonly library: Pick<LibrarySource, 'follow'>
  readonly databasePath: string
  readonly resourcesFolder: string
  /** Commands of others wait until a long write beside them is done. */
  readonly holdCommands: (until: Promise<unknown>) => void
  readonly nowMs: () => number
  readonly openDesk: OpenDesk
  readonly vouchedFiles: VouchedFiles
  readonly logBug: (where: string, error: unknown) => void
}

/** The session with what belongs to it. */
interface Running {
  session: ImportSession
  readonly desk: ImportDesk
}

/**
 * The one import session of the console, for both windows. Steps that take long are begun and answered at once; the
 * session then says how far they are.
 */
export function createImportsService(parts: ImportsServiceParts): AppHandlers['imports'] {
  const { openDesk, vouchedFiles, nowMs, holdCommands, databasePath, resourcesFolder, logBug } = parts
  let running: Running | null = null
  let lastNumber = 0

  const state = (): { session: ImportSession | null } => ({ session: running?.session ?? null })
  const change = (of: Running, changes: Partial<ImportSession>): void => {
    of.session = { ...of.session, ...changes }
  }
  const found = (sessionId: string): Running => {
    if (running?.session.sessionId === sessionId) return running
    throw new AppError('not-found', '这次导入已经结束或被取消。请重新打开文件。', {
      path: 'sessionId',
      value: sessionId,
    })
  }
  /** The session, standing still. */
  const idle = (sessionId: string): Running => {
    const of = found(sessionId)
    const { state: now } = of.session
    if (now === 'mapping' || now === 'review') return of
    throw new AppError('conflict', '这一步还没有结束，或这次导入已经结束。请等进度走完，或取消后重新打开。', {
      path: 'sessionId',
      value: now,
    })
  }
  /** Runs a long step; a refusal is shown and the session falls back to `back`. */
  const begin = (of: Running, work: () => Promise<Partial<ImportSession>>, back: ImportSession['state']): void => {
    work().then(
      (changes) => change(of, { ...changes, progress: null }),
      (error: unknown) => {
        if (!(error instanceof AppError)) logBug('imports', error)
        change(of, { state: back, progress: null, error: asAppError(error).toReport() })
      },
    )
  }

  /** What was written on another thread is taken over here before anybody is told of it. */
  const followed = async <T>(writing: Promise<T>): Promise<T> => {
    await parts.library.follow(writing)
    return writing
  }
  const checked = async (of: Running): Promise<Partial<ImportSession>> => {
    const { chosen } = of.session.crs
    const { sources, counts, question } = await of.desk.check(chosen)
    return { state: 'review', sources: [...sources], counts, crs: { chosen, question } }
  }

  return {
    open: async ({ ticket }) => {
      const paths = await vouchedFiles.pathsOf(ticket)
      if (running !== null && !ENDED.has(running.session.state)) throw occupied(running.session)
      running?.desk.dispose()
      const session = newSession(`import-${(lastNumber += 1)}`, paths, wallTimeOf(nowMs()))
      const onProgress = (progress: ImportProgress): void => {
        if (running?.session.sessionId === session.sessionId) change(running, { progress })
      }
      const own: Running = { session, desk: openDesk({ databasePath, resourcesFolder, onProgress }) }
      running = own
      begin(own, async () => opened(await own.desk.open(paths)), 'failed')
      return state()
    },
    session: state,
    preview: ({ sessionId, source }) => idle(sessionId).desk.preview(source),
    setMapping: async ({ sessionId, source, mapping }) => {
      const of = idle(sessionId)
      const preview = await of.desk.setMapping(source, mapping)
      const sources = of.session.sources.map((each) => ({
        ...(each.index === source ? preview.source : each),
        counts: null,
      }))
      change(of, { state: 'mapping', sources, counts: null, error: null })
      return preview
    },
    check: ({ sessionId, crs }) => {
      const of = idle(sessionId)
      change(of, { state: 'checking', counts: null, error: null, crs: { ...of.session.crs, chosen: crs } })
      begin(of, () => checked(of), 'mapping')
      return state()
    },
    commit: async ({ sessionId, who, reason, skipRefused, retireAbsent }, { role }) => {
      const of = found(sessionId)
      if (of.session.state === 'done') return state() // asked again: it was written once
      if (idle(sessionId).session.state !== 'review') throw notChecked()
      change(of, { state: 'writing', error: null })
      const stamp = { recordedAt: wallTimeOf(nowMs()), who, role, seat: parts.journal.seat, reason }
      const writing = followed(of.desk.commit({ stamp, skipRefused, retireAbsent }))
      holdCommands(writing)
      try {
        const written = await writing
        change(of, { state: 'done', progress: null, written })
        of.desk.dispose()
        return { session: of.session }
      } catch (error) {
        const refusal = asAppError(error)
        if (!(error instanceof AppError)) logBug('imports.commit', error)
        if (refusal.code === 'cancelled') {
          of.desk.dispose()
          running = null
          throw refusal
        }
        change(of, { state: 'review', progress: null, error: refusal.toReport() })
        if (refusal.code === 'conflict' && refusal.path === 'library') {
          change(of, { state: 'checking' })
          begin(of, async () => ({ ...(await checked(of)), error: refusal.toReport() }), 'mapping')
        }
        throw refusal
      }
    },
    runs: ({ limit }) => listImportRuns(parts.db, limit),
    undo: async ({ batchId, who, reason }, { role }) => {
      const stamp = { recordedAt: wallTimeOf(nowMs()), who, role, seat: parts.journal.seat, reason }
      const desk = openDesk({ databasePath, resourcesFolder, onProgress: () => undefined })
      try {
        const undoing = followed(desk.undo(batchId, stamp))
        holdCommands(undoing)
        return await undoing
      } finally {
        desk.dispose()
      }
    },
    report: ({ sessionId, ...ask }) => found(sessionId).desk.report(ask),
    refusedRows: async ({ sessionId }) => {
      const { desk, session } = idle(sessionId)
      const files = await desk.refusedRows()
      const day = session.openedAt.slice(0, 10)
      return files.map(({ fileName, text }) => ({ fileName: `拒收行-${fileName}-${day}.csv`, text }))
    },
    cancel: ({ sessionId }) => {
      const of = found(sessionId)
      if (of.session.state === 'writing') {
        // What is being written is rolled back by the desk itself; the answer to the commit says how it ended.
        of.desk.stop()
        return state()
      }
      of.desk.dispose()
      running = null
      return state()
    },
  }
}

const ENDED: ReadonlySet<ImportSession['state']> = new Set(['done', 'failed'])

function newSession(sessionId: string, paths: readonly string[], openedAt: string): ImportSession {
  return {
    ...{ sessionId, state: 'reading', openedAt, names: paths.map((path) => basename(path)), sources: [] },
    ...{ progress: null, counts: null, error: null, written: null },
    crs: { chosen: null, question: null },
  }
}

/** After reading: what there is, or why there is nothing. */
function opened(sources: readonly ImportSource[]): Partial<ImportSession> {
  if (sources.length === 0)
    throw new AppError('bad-input', '所选位置没有数据文件。请选 CSV、.xlsx、GeoJSON、.osm.pbf、数据集文件夹或 zip。')
  const [broken] = sources
  if (broken !== undefined && sources.every(({ form }) => form === 'broken')) {
    throw new AppError('file-broken', broken.problem, { path: broken.file })
  }
  return { state: 'mapping', sources: [...sources], error: null }
}

function occupied({ names, openedAt }: ImportSession): AppError {
  return new AppError(
    'conflict',
    `已有一次导入没有结束：${names.join('、')}（${openedAt.slice(11, 16)} 打开）。请先完成或取消它。`,
    { path: 'session' },
  )
}

function notChecked(): AppError {
  return new AppError('conflict', '还没有核对，或列对应改过。请先核对。', { path: 'sessionId' })
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  return new AppError('internal', '导入出错，原因已记入日志，什么也没有写入。请重新打开文件。', { cause: error })
}
