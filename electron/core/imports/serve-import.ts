import { AppError } from '#shared/kernel/app-error.ts'
import { openImportDesk } from './import-desk.ts'
import type { DeskParts, ImportDesk } from './import-port.ts'
import { ToImporter, WorkerStart, type FromImporter } from './worker-messages.ts'

/** The part of a worker's port that is used. */
export interface ImporterPort {
  on(event: 'message', listener: (message: unknown) => void): unknown
  postMessage(message: FromImporter): void
}

/** Least time between two words about progress. */
const PROGRESS_EVERY_MS = 100

/** The worker's end: one desk, which answers each call in turn. It blocks while it works and looks at `stop`. */
export function serveImport(
  port: ImporterPort,
  start: unknown,
  openDesk: (parts: DeskParts, isCancelled: () => boolean) => ImportDesk = openImportDesk,
): void {
  const { databasePath, resourcesFolder, stop } = WorkerStart.parse(start)
  const flag = new Int32Array(stop)
  let toldMs = -Infinity
  let told = ''
  const desk = openDesk(
    {
      databasePath,
      resourcesFolder,
      onProgress: (progress) => {
        const nowMs = performance.now()
        const step = `${progress.phase} ${progress.file}`
        if (step === told && nowMs - toldMs < PROGRESS_EVERY_MS) return
        told = step
        toldMs = nowMs
        port.postMessage({ kind: 'progress', progress })
      },
    },
    () => Atomics.load(flag, 0) !== 0,
  )
  port.on('message', (message) => {
    const asked = ToImporter.parse(message)
    answer(desk, asked).then(
      (value) => port.postMessage({ kind: 'answer', id: asked.id, value }),
      (error: unknown) => {
        const report = error instanceof AppError ? error.toReport() : null
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
        port.postMessage({ kind: 'failed', id: asked.id, report, text })
      },
    )
  })
}

function answer(desk: ImportDesk, asked: ToImporter): Promise<unknown> {
  switch (asked.call) {
    case 'open':
      return desk.open(asked.paths)
    case 'preview':
      return desk.preview(asked.source)
    case 'setMapping':
      return desk.setMapping(asked.source, asked.mapping)
    case 'check':
      return desk.check(asked.crs)
    case 'report':
      return desk.report(asked)
    case 'refusedRows':
      return desk.refusedRows()
    case 'commit':
      return desk.commit(asked)
    case 'exportTo':
      return desk.exportTo(asked)
    case 'undo':
      return desk.undo(asked.batchId, asked.stamp)
  }
}
