import * as z from 'zod'
import { ReportElement } from './report.ts'

/** A release for the press as somebody wrote it, with the reported lines it rests on. A changed text is a new proposal. */
export const ProposedNews = z.strictObject({
  newsId: z.string().min(1),
  title: z.string().min(1),
  text: z.string().min(1),
  /** Lines of issued reports, as they stood. */
  facts: z.array(ReportElement).min(1),
})
export type ProposedNews = z.infer<typeof ProposedNews>

export const NEWS_DECISIONS = ['approved', 'rejected'] as const
export type NewsDecision = (typeof NEWS_DECISIONS)[number]

/** The administrative headquarters decides; two decisions made apart stand beside each other until one names both. */
const DecidedNews = z.strictObject({
  newsId: z.string().min(1),
  decision: z.enum(NEWS_DECISIONS),
  reason: z.string(),
})

/** An approved text went out; `at` is the time that was stated. */
const ReleasedNews = z.strictObject({
  newsId: z.string().min(1),
  channels: z.array(z.string().min(1)).min(1),
  at: z.string(),
})

/** Operations about news. */
export const NEWS_OPS = {
  'v1.news.proposed': ProposedNews,
  'v1.news.decided': DecidedNews,
  'v1.news.released': ReleasedNews,
} as const
