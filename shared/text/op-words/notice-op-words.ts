import type { NEWS_OPS } from '../../domain/command/news.ts'
import type { NOTE_OPS } from '../../domain/command/note.ts'
import type { WARNING_OPS } from '../../domain/command/warning.ts'
import type { OpWords } from './op-words.ts'

/** What the record says of warnings, news and notes from the scene. */
export const NOTICE_OP_WORDS: OpWords<keyof typeof WARNING_OPS | keyof typeof NEWS_OPS | keyof typeof NOTE_OPS> = {
  'v1.warning.issued': ({ body: { number, area, villages, channels, text } }) =>
    `发出预警 ${number}（${area}，${villages.length}个村社；${channels.join('、')}）：${text}`,
  'v1.warning.heard': ({ body: { name, heard, saidBy, at, note } }) =>
    `${at.slice(11, 16)} ${name}${heard ? '已收到预警' : '未通知到'}（${saidBy}）${note === '' ? '' : `：${note}`}`,
  'v1.warning.lifted': ({ body: { reason } }) => `解除预警；理由：${reason}`,
  'v1.news.proposed': ({ body: { title, facts } }) => `拟新闻稿《${title}》，依据已报事实${facts.length}项`,
  'v1.news.decided': ({ body: { decision, reason } }) =>
    `${decision === 'approved' ? '批准发布新闻稿' : '退回新闻稿'}${reason === '' ? '' : `；${reason}`}`,
  'v1.news.released': ({ body: { channels, at } }) => `${at.slice(11, 16)} 新闻稿已在${channels.join('、')}发布`,
  'v1.note.added': ({ body: { text, place, author, attachments, corrects } }) =>
    [
      `${corrects === null ? '现场记录' : '更正现场记录'}（${author}${place === '' ? '' : `，${place}`}）`,
      text === '' ? '' : `：${text}`,
      attachments.length === 0 ? '' : `，照片${attachments.length}张`,
    ].join(''),
}
