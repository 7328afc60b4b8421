import type { Authority } from '../../domain/plan/force-plan.ts'
import { clockOf } from '../documents/markdown.ts'

/** What a team is told. Times are ISO; only the clock is said. */
export interface TeamOrderFacts {
  readonly authority: Authority
  readonly address: string
  readonly incident: string
  readonly staging: string | null
  readonly role: string
  /** Kinds of vehicles with their number, e.g. `水罐消防车2辆`. */
  readonly vehicles: readonly string[]
  readonly personnel: number
  readonly roads: readonly string[]
  /** Null = no route was reckoned. */
  readonly distanceM: number | null
  readonly arriveAt: string
  readonly callSign: string
  readonly channel: string
}

const CALLED: Readonly<Record<Authority, string>> = {
  command: '命你队',
  request: '请你队支援，',
  notify: '通知你队，',
  selfDispatched: '你队已自行出动，请',
}

/** The order to a team: where to, with what, what for, which way, on which channel. */
export function teamOrderText(facts: TeamOrderFacts): string {
  const { staging, vehicles, personnel, roads, callSign, channel } = facts
  const goal = staging === null ? `到${facts.address}` : `到${staging}报到待令`
  const crew = [...vehicles, ...(personnel > 0 ? [`${personnel}人`] : [])].join('、')
  const way = roads.length === 0 ? '' : `经${roads.join('、')}，`
  const radio = [callSign === '' ? '' : `呼号${callSign}`, channel === '' ? '' : `频道${channel}`].filter(
    (words) => words !== '',
  )
  return [
    `${facts.incident}。${CALLED[facts.authority]}${crew === '' ? '' : `以${crew}`}${goal}。`,
    `任务：${facts.role}。`,
    `${way}${facts.distanceM === null ? '路线未计算，' : `约${kilometres(facts.distanceM)}，`}方案预计${clockOf(facts.arriveAt)}到。`,
    radio.length === 0 ? '' : `${radio.join('，')}。`,
    '收令回执，出动、到场即报。',
  ].join('')
}

/** Tasks of one person in one phase, each with its time. */
export function actionsOrderText(
  phase: string,
  actions: readonly { readonly text: string; readonly dueAt: string }[],
): string {
  const [only] = actions
  if (only !== undefined && actions.length === 1) return `${only.text}（${clockOf(only.dueAt)}前）`
  return `${phase}：${actions.map(({ text, dueAt }, index) => `${index + 1}. ${text}（${clockOf(dueAt)}前）`).join('；')}`
}

/** What a store hands out, by destination. */
export function supplyOrderText(
  runs: readonly {
    readonly toName: string
    readonly goods: readonly string[]
    readonly carrier: string
    readonly carrierPhone: string
    readonly dueAt: string | null
  }[],
): string {
  const lines = runs.map(({ toName, goods, carrier, carrierPhone, dueAt }) =>
    [
      `发${toName}：${goods.join('、')}`,
      carrier === '' ? '运力待请求' : `由${carrier}承运${carrierPhone === '' ? '' : `（${carrierPhone}）`}`,
      ...(dueAt === null ? [] : [`${clockOf(dueAt)}前送到`]),
    ].join('，'),
  )
  return `${lines.join('；')}。先到期先出，出库、送到各报一次。`
}

/** What one street does with its people. */
export function evacuationOrderText(
  rows: readonly {
    readonly name: string
    readonly people: number
    readonly mode: 'evacuate' | 'shelterInPlace' | 'transfer'
    readonly shelter: string | null
    readonly means: 'walk' | 'bus' | 'boat' | 'none'
    readonly specialNeeds: number
    readonly startBy: string
    readonly doneBy: string
    readonly incharge: string
  }[],
): string {
  const people = rows.reduce((sum, row) => sum + row.people, 0)
  const lines = rows.map((row) =>
    [
      `${row.name}${row.people}人${MODE_WORDS[row.mode]}`,
      ...(row.shelter === null ? [] : [`至${row.shelter}`]),
      ...(MEANS_WORDS[row.means] === '' ? [] : [MEANS_WORDS[row.means]]),
      ...(row.specialNeeds > 0 ? [`其中特殊人员${row.specialNeeds}人`] : []),
      `${clockOf(row.startBy)}起、${clockOf(row.doneBy)}前完成`,
      ...(row.incharge === '' ? [] : [`负责人${row.incharge}`]),
    ].join('，'),
  )
  return `共${people}人：${lines.join('；')}。逐处登记，完成报人数，缺一人不报完成。`
}

const MODE_WORDS = { evacuate: '疏散', shelterInPlace: '就地关窗躲避', transfer: '转移' } as const
const MEANS_WORDS = { walk: '步行', bus: '乘车', boat: '乘船', none: '' } as const

/** What an expert is asked. */
export function expertOrderText(incident: string, specialty: string): string {
  return `${incident}。请您以${specialty}专家身份参加研判，立即回电，能到场请说明预计到达时间。`
}

const AWAITED_WORDS = { received: '签收', turnedOut: '出动', onScene: '到场', done: '完成' } as const

/** Words to whoever is rung about an overdue order. */
export function followUpText(number: string, receiver: string, awaited: keyof typeof AWAITED_WORDS): string {
  return `催办：指令 ${number}（${receiver}）至今未${AWAITED_WORDS[awaited]}。请立即核实，回报原因和预计时间；办不到现在就说，以便改派。`
}

/** Words to the team that steps in for one that cannot be had. */
export function replacementText(number: string, receiver: string, text: string): string {
  return `改派：指令 ${number}（${receiver}）未能执行，由你队接替，路线和呼号以电台为准。原令：${text}`
}

function kilometres(metres: number): string {
  return metres < 1000 ? `${metres}米` : `${Math.round(metres / 100) / 10}公里`
}
