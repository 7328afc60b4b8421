import { AppError } from '#shared/kernel/app-error.ts'

/** Paths that the operator chose or dropped, by the ticket the shell gave the page for them. */
export interface VouchedFiles {
  /** Told by the shell. Only the newest few are kept. */
  readonly vouch: (ticket: string, paths: readonly string[]) => void
  /** The paths of a ticket. Page and shell speak over different ports: a ticket may come before its paths. */
  readonly pathsOf: (ticket: string) => Promise<readonly string[]>
}

const KEPT = 20
const WAIT_MS = 2000

/** Keeps tickets in memory only: after a restart files are chosen again. */
export function createVouchedFiles(waitMs: number = WAIT_MS): VouchedFiles {
  const known = new Map<string, readonly string[]>()
  const waiting = new Map<string, (paths: readonly string[]) => void>()
  return {
    vouch: (ticket, paths) => {
      known.set(ticket, paths)
      for (const old of [...known.keys()].slice(0, -KEPT)) known.delete(old)
      waiting.get(ticket)?.(paths)
      waiting.delete(ticket)
    },
    pathsOf: (ticket) => {
      const found = known.get(ticket)
      if (found !== undefined) return Promise.resolve(found)
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(ticket)
          reject(new AppError('not-found', '没有收到所选文件，请重新选择或拖入。', { path: 'ticket', value: ticket }))
        }, waitMs)
        waiting.set(ticket, (paths) => {
          clearTimeout(timer)
          resolve(paths)
        })
      })
    },
  }
}
