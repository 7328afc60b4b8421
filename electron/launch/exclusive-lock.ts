import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { LaunchError, say } from './launch-error.ts'

const WAIT_LIMIT_MS = 20 * 60_000
const POLL_MS = 300
/** A lock file without a process id is one whose owner died while writing it. */
const EMPTY_LOCK_GRACE_MS = 10_000

/**
 * Does `work` while no other process of this user does it. A lock left by a process that is gone is taken over.
 * It spares a second download; what the work produces must still be put in place atomically.
 */
export async function withLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lockFile), { recursive: true })
  const deadlineMs = performance.now() + WAIT_LIMIT_MS
  let told = false
  while (!(await tryTake(lockFile))) {
    if (await isAbandoned(lockFile)) {
      await rm(lockFile, { force: true })
      continue
    }
    if (!told) say('另一个进程正在准备同样的内容，等待其完成… / waiting for another process')
    told = true
    if (performance.now() > deadlineMs) {
      throw new LaunchError(`等待锁文件超时：${lockFile}。若没有其他进程在运行，请删除该文件后重试。`)
    }
    await delay(POLL_MS)
  }
  try {
    return await work()
  } finally {
    await rm(lockFile, { force: true })
  }
}

async function tryTake(lockFile: string): Promise<boolean> {
  try {
    await writeFile(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw new LaunchError(`无法写入 ${lockFile}：${String(error)}。请检查该目录的写权限和剩余空间。`, error)
  }
}

async function isAbandoned(lockFile: string): Promise<boolean> {
  try {
    const pid = Number(await readFile(lockFile, 'utf8'))
    if (pid > 0) return !isRunning(pid)
    return Date.now() - (await stat(lockFile)).mtimeMs > EMPTY_LOCK_GRACE_MS
  } catch (error) {
    // Released in the meantime: the next try takes it.
    if (isCode(error, 'ENOENT')) return false
    throw error
  }
}

/** Whether a process with this id exists, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

/** Whether an error is a system error with this code, such as `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
