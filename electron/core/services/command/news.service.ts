import { figuresNotIn, newsOf, releasableFacts, type StandingNews } from '#shared/command/news/news-desk.ts'
import { reportBookOf } from '#shared/command/reports/report-book.ts'
import { requireRight } from '#shared/command/headquarters/rights.ts'
import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import type { NewsRow } from '#shared/contract/news.contract.ts'
import type { ReportElement } from '#shared/domain/command/report.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { answerOnce } from '../answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from '../incident.service.ts'
import type { CommandParts } from './command-parts.ts'
import { headquartersOf } from './caller-headquarters.ts'
import { requireMoment } from './stated-moment.ts'

/** News releases. */
export type NewsService = AppHandlers['news']

/** What the news service works with. */
export type NewsServiceParts = IncidentServiceParts & Pick<CommandParts, 'rights'>

/** Builds the news service. */
export function createNewsService(core: NewsServiceParts): NewsService {
  const toldOf = (incidentId: string): ReadonlyMap<string, ReportElement> =>
    reportBookOf(core.log.opsOf(incidentId)).told
  const existing = (incidentId: string, newsId: string): StandingNews => {
    const news = newsOf(core.log.opsOf(incidentId)).find(({ body }) => body.newsId === newsId)
    if (news !== undefined) return news
    throw new AppError('not-found', `没有编号为“${newsId}”的新闻稿；请刷新后重试`, { path: 'newsId', value: newsId })
  }
  return {
    list: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      const told = toldOf(incidentId)
      return {
        news: newsOf(core.log.opsOf(incidentId)).map((news) => newsRow(news, told)),
        facts: releasableFacts(told),
      }
    },

    propose: (input, caller) => {
      const command = { channel: 'news.propose', input, output: appContract.news.propose.output }
      return answerOnce(core, command, (recorder) => {
        const { commandId, incidentId, title, text, factKeys } = input
        existingIncident(core.db, incidentId)
        const allowed = new Map(releasableFacts(toldOf(incidentId)).map((fact) => [fact.key, fact]))
        const facts = factKeys.map((key) => allowed.get(key) ?? refuseFact(key))
        refuseFigures(`${title} ${text}`, facts)
        const newsId = `news-${commandId}`
        recorder.append({
          kind: 'v1.news.proposed',
          incidentId,
          entity: `news:${newsId}`,
          basis: [],
          by: authorOf(caller),
          body: { newsId, title, text, facts },
        })
        return { newsId }
      })
    },

    decide: (input, caller) => {
      const command = { channel: 'news.decide', input, output: appContract.news.decide.output }
      requireRight(core.rights(), headquartersOf(caller), 'newsRelease')
      return answerOnce(core, command, (recorder) => {
        const { incidentId, newsId, decision, reason, settles } = input
        const news = existing(incidentId, newsId)
        if (news.state === 'released')
          throw new AppError('conflict', '这份新闻稿已发布，不能再改；请另拟一份', { path: 'newsId', value: newsId })
        const standing = news.verdicts.map(({ opId }) => opId)
        if (standing.some((opId) => !settles.includes(opId))) {
          throw new AppError('conflict', '这份新闻稿刚刚已有决定；请看过再定', { path: 'settles', value: standing })
        }
        if (decision === 'rejected' && reason === '') {
          throw new AppError('bad-input', '退回新闻稿须写明理由', { path: 'reason', value: '' })
        }
        if (decision === 'approved') refuseOutdated(news, toldOf(incidentId))
        recorder.append({
          kind: 'v1.news.decided',
          incidentId,
          entity: `news:${newsId}`,
          basis: standing,
          by: authorOf(caller),
          body: { newsId, decision, reason },
        })
        return {}
      })
    },

    release: (input, caller) => {
      const command = { channel: 'news.release', input, output: appContract.news.release.output }
      requireRight(core.rights(), headquartersOf(caller), 'newsRelease')
      return answerOnce(core, command, (recorder) => {
        const { incidentId, newsId, channels, at } = input
        const news = existing(incidentId, newsId)
        if (news.state !== 'approved') {
          throw new AppError(
            'conflict',
            `新闻稿《${news.body.title}》未获批准或有不同决定，不能发布；请先由行政指挥部批准`,
            {
              path: 'newsId',
              value: news.state,
            },
          )
        }
        requireMoment(at, 'at')
        recorder.append({
          kind: 'v1.news.released',
          incidentId,
          entity: `news:${newsId}`,
          basis: news.verdicts.map(({ opId }) => opId),
          by: authorOf(caller),
          body: { newsId, channels, at },
        })
        return {}
      })
    },
  }
}

function refuseFact(key: string): never {
  throw new AppError('bad-input', '所选事实没有写进已签发的报告，或仍为待核；请从列表中选择', {
    path: 'factKeys',
    value: key,
  })
}

function refuseFigures(text: string, facts: readonly ReportElement[]): void {
  const [figure, ...more] = figuresNotIn(text, facts)
  if (figure === undefined) return
  throw new AppError(
    'bad-input',
    `文中的数字“${[figure, ...more].join('、')}”不在所选的已报事实中；请改正，或选上含有它的事实`,
    {
      path: 'text',
      value: [figure, ...more],
    },
  )
}

function refuseOutdated({ body }: StandingNews, told: ReadonlyMap<string, ReportElement>): void {
  const [first] = outdatedFacts(body.facts, told)
  if (first === undefined) return
  throw new AppError('conflict', `“${first}”在后来的报告中已改变，不能批准；请按最新事实另拟一份`, {
    path: 'newsId',
    value: first,
  })
}

/** Lines of a release that later reports told otherwise. */
function outdatedFacts(facts: readonly ReportElement[], told: ReadonlyMap<string, ReportElement>): string[] {
  return facts.filter(({ key, text }) => told.get(key)?.text !== text).map(({ text }) => text)
}

function newsRow(
  { body, proposedAt, by, state, verdicts, released }: StandingNews,
  told: ReadonlyMap<string, ReportElement>,
): NewsRow {
  return {
    ...body,
    proposedAt,
    who: by.user,
    role: by.role,
    state,
    verdicts: verdicts.map(({ opId, decision, reason, at, by: { user } }) => ({
      opId,
      decision,
      reason,
      at,
      who: user,
    })),
    released: released === null ? null : { at: released.at, channels: [...released.channels], who: released.by.user },
    outdated: outdatedFacts(body.facts, told),
  }
}
