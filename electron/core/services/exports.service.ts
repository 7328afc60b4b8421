import type { AppContract, AppHandlers } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { ExportChoice, ExportSession } from '#shared/contract/exports.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { listExportRuns } from '../db/repositories/export.repo.ts'
import {
  chosenDataset,
  countChosen,
  hasDemo,
  kindsInWords,
  kindsOf,
  personalTitles,
} from '../exports/chosen-records.ts'
import type { ImportDesk } from '../imports/import-port.ts'
import { wallTimeOf } from '../replication/wall-time.ts'
import type { ImportsServiceParts } from './imports.service.ts'
import { listedKeys } from './records/list-records.ts'
import type { LibrarySource } from './library-source.ts'

/** What the exports service is built from. */
export type ExportsServiceParts = Omit<ImportsServiceParts, 'holdCommands'> & { readonly library: LibrarySource }

/** The one export of the console, written on a thread beside the core and followed through its session. */
export function createExportsService(parts: ExportsServiceParts): AppHandlers['exports'] {
  const { openDesk, vouchedFiles, nowMs, databasePath, resourcesFolder, library, logBug } = parts
  let session: ExportSession | null = null
  let desk: ImportDesk | null = null
  let lastNumber = 0

  const keysOf = ({ kinds, filter }: ExportChoice): string[] | null => {
    if (filter === null) return null
    const [kind] = kinds ?? []
    if (kind !== undefined && kinds?.length === 1) return listedKeys({ library }, { kind, ...filter })
    throw new AppError('bad-input', '列表的筛选只能用于一张表。请只选一张表，或去掉筛选。', { path: 'filter' })
  }
  const preview = (choice: ExportChoice): OutputOf<AppContract['exports']['preview']> => {
    const keys = keysOf(choice)
    const all = library.current()
    const isTemplate = choice.format === 'template'
    const chosen = chosenDataset(all, { kinds: kindsOf(choice), keys: keys === null ? null : new Set(keys) })
    const isDemo = !isTemplate && hasDemo(chosen)
    const day = wallTimeOf(nowMs()).slice(0, 16).replace('T', '-').replaceAll(':', '')
    const what =
      choice.kinds !== null && choice.kinds.length > 2 ? `${choice.kinds.length}张表` : kindsInWords(choice.kinds)
    const pieces = isTemplate ? ['样表', what] : [all.head.name, what, ...(isDemo ? ['演示数据'] : []), day]
    return {
      records: isTemplate ? 0 : countChosen(chosen),
      personal: isTemplate ? [] : personalTitles(chosen),
      isDemo,
      fileName: pieces.join('-'),
    }
  }
  const follow = async (exportId: string, work: Promise<number>, path: string): Promise<void> => {
    const change = (changes: Partial<ExportSession>): void => {
      if (session?.exportId === exportId) session = { ...session, progress: null, ...changes }
    }
    try {
      change({ state: 'done', records: await work, path })
    } catch (error) {
      if (!(error instanceof AppError)) logBug('exports', error)
      change({ state: 'failed', error: asAppError(error).toReport() })
    }
  }

  return {
    preview,
    start: async ({ ticket, choice, who, reason, allowPersonal }, { role }) => {
      const [target] = await vouchedFiles.pathsOf(ticket)
      if (target === undefined) throw new AppError('not-found', '没有收到保存位置，请重新选择。', { path: 'ticket' })
      if (session?.state === 'writing') {
        throw new AppError('conflict', '上一次导出还没有结束。请等它完成或取消它。', { path: 'session' })
      }
      const { personal } = preview(choice)
      if (personal.length > 0 && !allowPersonal) {
        throw new AppError('forbidden', `${personal.join('、')}含个人信息。请勾选“确认导出个人信息”，或不选这些表。`, {
          path: 'allowPersonal',
          value: personal,
        })
      }
      const exportId = `export-${(lastNumber += 1)}`
      session = { exportId, state: 'writing', progress: null, path: '', records: 0, error: null }
      const own = openDesk({
        databasePath,
        resourcesFolder,
        onProgress: ({ file, rows, of }) => {
          if (session?.exportId === exportId) session = { ...session, progress: { file, records: rows, of } }
        },
      })
      desk = own
      const stamp = { recordedAt: wallTimeOf(nowMs()), who, role, seat: parts.journal.seat, reason }
      const work = own.exportTo({ choice, keys: keysOf(choice), target, stamp }).finally(() => own.dispose())
      void follow(exportId, work, target)
      return { session }
    },
    session: () => ({ session }),
    cancel: ({ exportId }) => {
      if (session?.exportId !== exportId) {
        throw new AppError('not-found', '这次导出已经结束。', { path: 'exportId', value: exportId })
      }
      // It looks at this between two files and takes away what it wrote.
      if (session.state === 'writing') desk?.stop()
      else session = null
      return { session }
    },
    runs: ({ limit }) => listExportRuns(parts.db, limit),
  }
}

function asAppError(error: unknown): AppError {
  if (!(error instanceof AppError)) {
    return new AppError('internal', '导出出错，原因已记入日志，没有留下文件。请重试。', { cause: error })
  }
  if (error.code !== 'cancelled') return error
  return new AppError('cancelled', '已取消导出，没有留下文件。', { path: 'exportId' })
}
