import type { REPORT_OPS } from '../../domain/command/report.ts'
import { REPORT_WAY_WORDS } from '../reports/report-names.ts'
import type { OpWords } from './op-words.ts'

/** What the record says of reports upward. */
export const REPORT_OP_WORDS: OpWords<keyof typeof REPORT_OPS> = {
  'v1.report.issued': ({ body: { number, title, to, signer } }) =>
    `签发 ${number}《${title}》，报${to}（签发人：${signer}）`,
  'v1.report.sent': ({ body: { way, to, at, receivedBy, withdrawn } }) =>
    withdrawn
      ? `更正：并未${REPORT_WAY_WORDS[way]}报${to}`
      : `${at.slice(11, 16)} 已${REPORT_WAY_WORDS[way]}报${to}，接报人${receivedBy}`,
}
