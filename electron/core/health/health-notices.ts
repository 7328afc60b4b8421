import type { StartNotice } from '#shared/contract/system.contract.ts'
import { wallTimeOf } from '../replication/wall-time.ts'
import type { ClockLag } from './record-time.ts'

const MEBIBYTE = 1024 * 1024

/** The disk had no room; `freedBytes` is what was given up for the record to go on. */
export function noticeOfFullDisk(freedBytes: number, databasePath: string): StartNotice {
  const text =
    freedBytes === 0
      ? '磁盘已满：操作存不下来，清理之前只能查看。此前已确认的都在；请立即删除或移走这个磁盘上不需要的文件，再重做未存下的操作'
      : `磁盘已满：有操作没有存下。已释放备用空间 ${sizeOf(freedBytes)}，可以继续记录；请重做未存下的操作，并立即清理磁盘`
  return { code: 'disk-full', text, detail: databasePath }
}

/** The disk will be full soon. */
export function noticeOfLowDisk(freeBytes: number, databasePath: string): StartNotice {
  const text = `磁盘剩余空间只有 ${sizeOf(freeBytes)}，写满后操作将存不下来；请删除或移走这个磁盘上不需要的文件`
  return { code: 'disk-low', text, detail: databasePath }
}

/** The clock of this machine is behind its own record. */
export function noticeOfClock({ latest, behindS }: ClockLag, nowMs: number): StartNotice {
  return {
    code: 'clock-behind',
    text: `本机时钟（${minuteOf(wallTimeOf(nowMs))}）比最近一条记录（${minuteOf(latest)}）早 ${spanOf(behindS)}，请校时。记录的先后次序不受影响，但签收、时限和报告上的时间会写错`,
    detail: '若本机时钟现在是对的，则那条记录写下时时钟快了，其时间以当时的记录本为准',
  }
}

function minuteOf(wall: string): string {
  return wall.slice(0, 16).replace('T', ' ')
}

function spanOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (days > 0) return `${days} 天 ${hours % 24} 小时`
  return hours > 0 ? `${hours} 小时 ${minutes % 60} 分` : `${minutes} 分 ${seconds % 60} 秒`
}

function sizeOf(bytes: number): string {
  return `${(bytes / MEBIBYTE).toFixed(bytes < 10 * MEBIBYTE ? 1 : 0)} MB`
}
