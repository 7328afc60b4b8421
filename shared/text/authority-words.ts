import type { Authority } from '../domain/plan/force-plan.ts'

/** How a team is called, in the words of an order: who can be ordered and who must be asked. */
export const AUTHORITY_WORDS: Readonly<Record<Authority, string>> = {
  command: '命令',
  request: '请求',
  notify: '通知',
  selfDispatched: '自行出动',
}
