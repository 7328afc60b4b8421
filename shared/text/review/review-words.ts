import type { DeviationKind, ReviewTarget, TargetNote, TargetState } from '../../domain/after-action.ts'
import type { LessonKind } from '../../domain/command/lesson.ts'

/** What a lesson asks to change, in words. */
export const LESSON_KIND_WORDS = {
  plan: '预案',
  rule: '规则参数',
  stock: '物资储备',
  training: '训练演练',
} as const satisfies Readonly<Record<LessonKind, string>>

/** Where a lesson stands, in words. */
export const LESSON_STATE_WORDS = {
  proposed: '待定',
  accepted: '已采纳',
  rejected: '不采纳',
  contested: '两处决定不一，待裁定',
} as const

/** Targets in the words of the plans. */
export const TARGET_WORDS = {
  callTaking: '接警登记',
  turnOut: '首支力量出动',
  firstOnScene: '首支力量到场处置',
  warningIssued: '首次发出预警',
  warningHeard: '预警确认收听',
  report: '信息报送',
  firstRelief: '受灾群众首批救助物资签收',
} as const satisfies Readonly<Record<ReviewTarget, string>>

/** How a target was kept. */
export const TARGET_STATE_WORDS = {
  met: '达到',
  late: '超时',
  notRecorded: '没有记录',
  notDue: '未到时限',
  noLimit: '无规定时限',
} as const satisfies Readonly<Record<TargetState, string>>

/** What has to be known about a row of the table of targets. */
export const TARGET_NOTE_WORDS = {
  callNotStated: '接警时间没有填报，无法计时',
  beforeCall: '登记早于填报的接警时间，请核对两个时间',
  alreadyOut: '早于本台接警，已自行或由其他单位派出',
  townUnknown: '所在街道不明，不能判定5分钟或15分钟时限',
  builtUp: '建成区，按“135”救援圈5分钟',
  notBuiltUp: '未列入建成区名单，按15分钟救援圈',
  noReliefStart: '没有群众转移安置或失联的记录，无法计时',
  othersDuty: '由事发单位或主管部门报送',
  notReached: '有已知未通知到的对象',
} as const satisfies Readonly<Record<TargetNote, string>>

/** Kinds of deviation. */
export const DEVIATION_WORDS = {
  planVersion: '方案改版',
  discretion: '临机处置',
  overruled: '否决校核提示',
  orderWithdrawn: '指令撤回',
  orderRefused: '指令不能执行',
  orderReplaced: '指令替换',
  notPlanned: '计划外下令',
  notSent: '计划内未下令',
  lateArrival: '到场晚于预计',
} as const satisfies Readonly<Record<DeviationKind, string>>

/** What orders are measured by, from the moment they were given. */
export const MEASURE_WORDS = { receipt: '签收', turnOut: '出动', arrival: '到场' } as const

/** Seconds as a person reads them: `1分30秒`, `2小时5分`; minus for what lies before. */
export function durationWords(seconds: number): string {
  const whole = Math.abs(seconds)
  const sign = seconds < 0 ? '提前' : ''
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const words = [
    hours === 0 ? '' : `${hours}小时`,
    minutes === 0 ? '' : `${minutes}分`,
    // Near a limit of minutes a rounded minute would say the opposite.
    rest === 0 ? '' : `${rest}秒`,
  ].join('')
  return `${sign}${words === '' ? '0秒' : words}`
}

/** What stands where nobody has said anything: it does not mean that nothing happened. */
export const NOT_RECORDED = '没有记录'
