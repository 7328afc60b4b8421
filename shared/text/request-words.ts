import type { RequestAnswer, RequestKind } from '../domain/command/request.ts'

/** What the headquarters ask each other for. */
export const REQUEST_KIND_WORDS = {
  forces: '请求力量',
  closure: '请求交通封闭',
  publicNotice: '请求发布通告',
  supplies: '请求物资',
  evacuation: '请求疏散',
  other: '其他请求',
} as const satisfies Readonly<Record<RequestKind, string>>

export const REQUEST_ANSWER_WORDS = {
  accepted: '同意',
  partly: '部分同意',
  refused: '不同意',
} as const satisfies Readonly<Record<RequestAnswer, string>>
