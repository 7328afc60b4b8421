import type { STATUS_OPS, SaidFigures, Status, TrappedState } from '../../domain/command/status.ts'
import type { OpWords } from './op-words.ts'

/** States of the board in the words of the field. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  enRoute: '途中',
  onScene: '到场',
  working: '作业',
  waiting: '待命',
  resting: '休整',
  distress: '遇险求援',
  lostContact: '失去联系',
  taskDone: '任务完成',
  withdrawing: '撤离',
  returning: '返回',
  released: '归队',
  broken: '故障',
  loading: '装车',
  onTheWay: '在途',
  delivered: '送达',
  received: '签收',
  short: '数量不足',
  turnedBack: '退回',
  opening: '正在开启',
  open: '开放',
  full: '已满',
  closed: '关闭',
  notified: '已通知',
  indoors: '就地防护',
  moving: '转移中',
  moved: '转移完成',
  refused: '拒绝转移',
  unreachable: '联系不上',
  returned: '已返回',
  ready: '备床就绪',
  receiving: '收治中',
  refusing: '不能收治',
  controlled: '交通管制',
  flooded: '积水',
  blocked: '阻断',
}

export const TRAPPED_STATE_WORDS: Readonly<Record<TrappedState, string>> = {
  reported: '报告被困',
  found: '已找到',
  broughtOut: '已救出',
  handedOver: '已交医院',
  nobodyThere: '核实无人',
}

/** What the record says of the board. */
export const STATUS_OP_WORDS: OpWords<keyof typeof STATUS_OPS> = {
  'v1.status.said': ({ body: { subject, status, place, figures, goods, saidBy, at, note, corrects } }) =>
    [
      `${subject.name}${STATUS_WORDS[status]}（${saidBy}，${at.slice(11, 16)}）${corrects === null ? '' : '，更正先前一条'}`,
      place === null || place.text === '' ? '' : `位置${place.text}`,
      figuresText(figures),
      goods.map(({ item, quantity, unit }) => `${item}${quantity}${unit}`).join('、'),
      note,
    ]
      .filter((part) => part !== '')
      .join('；'),
  'v1.trapped.changed': ({ body }) => {
    const { floor, room, people, state, by, hospitalName, saidBy, at, note, corrects } = body
    const where = [floor, room].filter((part) => part !== '').join(' ')
    return [
      `被困人员${where === '' ? '' : ` ${where}`} ${people === null ? '人数待核' : `${people}人`}：${TRAPPED_STATE_WORDS[state]}（${saidBy}，${at.slice(11, 16)}）${corrects === null ? '' : '，更正先前一条'}`,
      body.condition,
      by === '' ? '' : `由${by}`,
      hospitalName === '' ? '' : `送${hospitalName}`,
      note,
    ]
      .filter((part) => part !== '')
      .join('；')
  },
  'v1.status.takenBack': ({ body: { reason } }) => `撤销一条误记的状态：${reason}`,
}

function figuresText({ peopleIn, peopleOut, crew, airMin, remaining }: SaidFigures): string {
  const figures: readonly (readonly [string, number | null, string])[] = [
    ['累计', peopleIn, '人'],
    ['离开', peopleOut, '人'],
    ['在位', crew, '人'],
    ['余气', airMin, '分钟'],
    ['剩余', remaining, ''],
  ]
  return figures.flatMap(([name, value, unit]) => (value === null ? [] : [`${name}${value}${unit}`])).join('，')
}
