import type { CONSOLE_OPS } from '../../domain/command/console-ops.ts'
import type { OpWords } from './op-words.ts'

const MEBIBYTE = 1024 * 1024

/** What the record says of the console itself. */
export const CONSOLE_OP_WORDS: OpWords<keyof typeof CONSOLE_OPS> = {
  'v1.console.diskFull': ({ body: { freedBytes } }) =>
    freedBytes === 0
      ? '磁盘已满，有操作没有存下；没有备用空间可释放'
      : `磁盘已满，有操作没有存下；已释放备用空间 ${(freedBytes / MEBIBYTE).toFixed(1)} MB`,
  'v1.console.uncleanStop': ({ body: { startedAt, entries } }) =>
    `上次运行${startedAt === '' ? '' : `（${startedAt.slice(0, 16).replace('T', ' ')} 启动）`}没有正常结束；重新启动后核对，本席位 ${entries} 条记录都在`,
}
