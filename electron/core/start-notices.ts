import type { StartNotice } from '#shared/contract/system.contract.ts'
import type { AppError } from '#shared/kernel/app-error.ts'
import type { OpenedDatabase } from './db/open-database.ts'

/** What the operator should know of a start that went through; empty for an ordinary one. */
export function noticesOfOpening(
  opened: Pick<OpenedDatabase, 'created' | 'setAside' | 'damage'>,
  start: {
    readonly databasePath: string
    readonly imported: string | null
    readonly alarm: string | null
    readonly planDrafts: readonly string[]
  },
): StartNotice[] {
  const notices: StartNotice[] = []
  if (opened.setAside !== null) {
    notices.push({
      code: 'database-set-aside',
      text: '数据库文件已损坏，已移到一旁原样保存，并新建了数据库；原有事件和方案不在新库中，请尽快联系维护人员恢复',
      detail: `${opened.setAside}（${opened.damage}）`,
    })
  }
  if (start.alarm !== null) notices.push({ code: 'journal-broken', text: start.alarm, detail: start.databasePath })
  if (opened.created) notices.push({ code: 'database-created', text: '已新建数据库', detail: start.databasePath })
  if (start.imported !== null)
    notices.push({ code: 'dataset-imported', text: '已导入内置资源库', detail: start.imported })
  if (start.planDrafts.length > 0) {
    notices.push({
      code: 'plan-drafts-added',
      text: `新版程序带来 ${start.planDrafts.length} 部预案的新起始模板，已作为草稿放入预案库；现行版本未改动，请对照后决定是否采用`,
      detail: start.planDrafts.join('、'),
    })
  }
  return notices
}

/** Why the console cannot work with its database. */
export function noticeOfFailure(error: AppError, databasePath: string): StartNotice {
  const code = error.code === 'database-newer' ? 'database-newer' : 'database-failed'
  return { code, text: error.message, detail: databasePath }
}

/** The core that ran before ended unasked; `exitCode` is its own word for why. */
export function noticeOfRestart(exitCode: string, logPath: string): StartNotice {
  return {
    code: 'core-restarted',
    text: '核心进程曾意外停止，已自动重新启动。已保存的事件和方案都在；停止时正在进行的操作请核对后再决定是否重做',
    detail: `代码 ${exitCode}；若反复出现，请把日志交给管理员：${logPath}`,
  }
}
