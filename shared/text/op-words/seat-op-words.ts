import type { SEAT_OPS } from '../../domain/command/seat.ts'
import type { OpWords } from './op-words.ts'

/** What the record says of the machines that write it. */
export const SEAT_OP_WORDS: OpWords<keyof typeof SEAT_OPS> = {
  'v1.seat.named': ({ body }) => `本机命名为“${body.name}”`,
  'v1.seat.trusted': ({ body: { seat, name, who } }) =>
    `${who}核对指纹后信任另一台机器${name === '' ? '' : `“${name}”`}（${seat}），接收它的记录`,
}
