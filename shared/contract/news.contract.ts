import * as z from 'zod'
import { NEWS_STATES } from '../command/news/news-desk.ts'
import { NEWS_DECISIONS, ProposedNews } from '../domain/command/news.ts'
import { ReportElement } from '../domain/command/report.ts'
import { command, query } from './define.ts'

const CommandId = z.uuid()
const IncidentId = z.string().min(1)

const NewsRow = ProposedNews.extend({
  proposedAt: z.string(),
  who: z.string(),
  role: z.string(),
  state: z.enum(NEWS_STATES),
  verdicts: z.array(
    z.strictObject({
      opId: z.string(),
      decision: z.enum(NEWS_DECISIONS),
      reason: z.string(),
      at: z.string(),
      who: z.string(),
    }),
  ),
  released: z.strictObject({ at: z.string(), channels: z.array(z.string()), who: z.string() }).nullable(),
  /** Facts whose reported line changed since: the text must be written anew before it is approved. */
  outdated: z.array(z.string()),
})
export type NewsRow = z.infer<typeof NewsRow>

/** News releases: anybody proposes, the administrative headquarters approves, only then one goes out. */
export const newsContract = {
  list: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z.strictObject({
      news: z.array(NewsRow),
      /** Lines of signed reports that a release may rest on. */
      facts: z.array(ReportElement),
    }),
    topics: ['reports'],
  }),
  /** Refused with `bad-input` when the text has a figure that none of the chosen facts has. */
  propose: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      title: z.string().trim().min(1, '请填写标题').max(100),
      text: z.string().trim().min(1, '请填写正文').max(3000),
      factKeys: z.array(z.string()).min(1, '请至少选一项已报事实'),
    }),
    output: z.strictObject({ newsId: z.string() }),
    changes: ['reports', 'journal'],
  }),
  /** Administrative headquarters only. `settles` names every decision that stands now. */
  decide: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      newsId: z.string().min(1),
      decision: z.enum(NEWS_DECISIONS),
      reason: z.string().trim().max(300),
      settles: z.array(z.string()),
    }),
    output: z.strictObject({}),
    changes: ['reports', 'journal'],
  }),
  /** An approved text went out; administrative headquarters only. */
  release: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      newsId: z.string().min(1),
      channels: z.array(z.string().trim().min(1)).min(1, '请填写发布渠道').max(20),
      at: z.string(),
    }),
    output: z.strictObject({}),
    changes: ['reports', 'journal'],
  }),
}
