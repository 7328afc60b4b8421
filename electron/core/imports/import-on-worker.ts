import { Worker } from 'node:worker_threads'
import * as z from 'zod'
import {
  IMPORT_SYSTEMS,
  ImportCounts,
  ImportPreview,
  ImportReportPage,
  ImportSource,
} from '#shared/contract/imports.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ImportDesk, OpenDesk } from './import-port.ts'
import { FromImporter, type ToImporter } from './worker-messages.ts'

/** Most memory of the worker's values, MiB: a file that needs more is refused, the console lives on. */
const MEMORY_LIMIT_MIB = 1536

const Sources = z.array(ImportSource)
const Checked = z.strictObject({
  sources: Sources,
  counts: ImportCounts,
  question: z.strictObject({ message: z.string(), proposal: z.enum(IMPORT_SYSTEMS).nullable() }).nullable(),
})
const RefusedFiles = z.array(z.strictObject({ fileName: z.string(), text: z.string() }))
const Batch = z.strictObject({ batchId: z.number().int().nullable(), changes: z.number().int() })
const Records = z.number().int()
const Written = Batch.extend({ plans: z.number().int() })

/** A call without its number. */
type Asked = ToImporter extends infer C ? (C extends ToImporter ? Omit<C, 'id'> : never) : never

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * Makes desks that work on a thread of their own, one thread an import. A worker that ends by itself refuses the calls
 * under way; nothing was stored.
 */
export function importOnWorker(workerFile: string | URL, logBug: (where: string, error: unknown) => void): OpenDesk {
  return ({ databasePath, resourcesFolder, onProgress }): ImportDesk => {
    const stop = new SharedArrayBuffer(4)
    const waiting = new Map<number, Waiting>()
    let lastId = 0
    let ended: AppError | null = null
    const worker = new Worker(workerFile, {
      name: 'import',
      workerData: { databasePath, resourcesFolder, stop },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MIB },
    })
    const end = (error: AppError): void => {
      ended ??= error
      for (const { reject } of waiting.values()) reject(ended)
      waiting.clear()
    }
    worker.on('message', (message: unknown) => {
      const said = FromImporter.parse(message)
      if (said.kind === 'progress') {
        if (ended === null) onProgress(said.progress)
        return
      }
      const call = waiting.get(said.id)
      waiting.delete(said.id)
      if (said.kind === 'answer') call?.resolve(said.value)
      else if (said.report !== null) call?.reject(new AppError(said.report.code, said.report.message, said.report))
      else call?.reject(new Error(said.text))
    })
    worker.on('error', (error) => {
      if (ended === null) logBug('imports.worker', error)
      end(isOutOfMemory(error) ? tooLarge() : lost(error))
    })
    worker.on('exit', (code) => end(lost(new Error(`import worker ended with code ${code}`))))

    const ask = async <T>(asked: Asked, answer: z.ZodType<T>): Promise<T> => {
      if (ended !== null) throw ended
      const id = (lastId += 1)
      const value = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker.postMessage({ ...asked, id })
      })
      return answer.parse(value)
    }
    return {
      open: (paths) => ask({ call: 'open', paths: [...paths] }, Sources),
      preview: (source) => ask({ call: 'preview', source }, ImportPreview),
      setMapping: (source, mapping) => ask({ call: 'setMapping', source, mapping }, ImportPreview),
      check: (crs) => ask({ call: 'check', crs }, Checked),
      report: (wanted) => ask({ call: 'report', ...wanted }, ImportReportPage),
      refusedRows: () => ask({ call: 'refusedRows' }, RefusedFiles),
      commit: ({ stamp, skipRefused, retireAbsent }) =>
        ask({ call: 'commit', stamp: { ...stamp }, skipRefused, retireAbsent }, Written),
      undo: (batchId, stamp) => ask({ call: 'undo', batchId, stamp: { ...stamp } }, Batch),
      exportTo: ({ choice, keys, target, stamp }) =>
        ask({ call: 'exportTo', choice, keys: keys === null ? null : [...keys], target, stamp: { ...stamp } }, Records),
      stop: () => void Atomics.store(new Int32Array(stop), 0, 1),
      dispose: () => {
        Atomics.store(new Int32Array(stop), 0, 1)
        end(new AppError('cancelled', '已取消导入，什么也没有写入。', { path: 'sessionId' }))
        void worker.terminate()
      },
    }
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function tooLarge(): AppError {
  return new AppError('file-too-large', '文件太大，内存放不下，什么也没有写入。请拆成几个文件分别导入。', {
    path: 'sessionId',
  })
}

function lost(cause: unknown): AppError {
  return new AppError('internal', '导入意外中断，原因已记入日志，什么也没有写入。请重新打开文件。', {
    path: 'sessionId',
    cause,
  })
}
