import type { StartNotice } from '#shared/contract/system.contract.ts'
import type { AppError } from '#shared/kernel/app-error.ts'
import type { Interruption } from './health/console-record.ts'
import type { OpenedStores } from './open-stores.ts'

/** What the operator should know of a start that went through; empty for an ordinary one. */
export function noticesOfOpening(
  stores: Pick<OpenedStores, 'imported' | 'alarm' | 'planDrafts'> & {
    readonly opened: Pick<OpenedStores['opened'], 'created' | 'setAside' | 'damage'>
  },
  start: {
    readonly databasePath: string
    /** What the shell says of this start. */
    readonly shell: readonly StartNotice[]
    /** A run before this one that did not end by itself, when its record goes on; otherwise null. */
    readonly interrupted: Interruption | null
  },
): StartNotice[] {
  const { opened, imported, alarm, planDrafts } = stores
  const notices = noticesOfStop(start.shell, start.interrupted)
  if (opened.setAside !== null) {
    notices.push({
      code: 'database-set-aside',
      text: '数据库文件已损坏，已移到一旁原样保存，并新建了数据库；原有事件和方案不在新库中，请尽快联系维护人员恢复',
      detail: `${opened.setAside}（${opened.damage}）`,
    })
  }
  if (alarm !== null) notices.push({ code: 'journal-broken', text: alarm, detail: start.databasePath })
  if (opened.created) notices.push({ code: 'database-created', text: '已新建数据库', detail: start.databasePath })
  if (imported !== null) notices.push({ code: 'dataset-imported', text: '已导入内置资源库', detail: imported })
  if (planDrafts.length > 0) {
    notices.push({
      code: 'plan-drafts-added',
      text: `新版程序带来 ${planDrafts.length} 部预案的新起始模板，已作为草稿放入预案库；现行版本未改动，请对照后决定是否采用`,
      detail: planDrafts.join('、'),
    })
  }
  return notices
}

/** The shell says that the core was started again; otherwise the mark of the run before tells that it was cut off. */
function noticesOfStop(shell: readonly StartNotice[], interrupted: Interruption | null): StartNotice[] {
  if (interrupted === null) return [...shell]
  const { startedAt, entries } = interrupted
  const found = `已核对：本席位 ${entries} 条记录与封存的末端相符`
  if (shell.some(({ code }) => code === 'core-restarted')) {
    return shell.map((notice) => ({ ...notice, detail: `${found}。${notice.detail}` }))
  }
  const run = startedAt === '' ? '' : `（${startedAt.slice(0, 16).replace('T', ' ')} 启动）`
  return [
    ...shell,
    {
      code: 'unclean-stop',
      text: `上次运行${run}没有正常结束（断电、死机或程序被强行结束）。已确认的操作都在；当时没有得到答复的操作，请核对后再决定是否重做`,
      detail: found,
    },
  ]
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
