import type { CONTEST_OPS } from '../../domain/command/contest.ts'
import type { OpWords } from './op-words.ts'

/** What the record says of what two machines decided apart. */
export const CONTEST_OP_WORDS: OpWords<keyof typeof CONTEST_OPS> = {
  'v1.contest.settled': ({ basis, body: { teamId, stands, who, reason } }) =>
    `${who}裁定队伍 ${teamId} 的重复派遣（涉及 ${basis.length} 条记录）：${stands.length === 0 ? '各指令均不执行' : `保留 ${stands.length} 条指令`}；理由：${reason}`,
}
