import type { PaperBlock, PaperSheet } from '../../domain/paper-document.ts'
import type { EvacuationAssignment } from '../../domain/plan/handling-plan.ts'
import { numberOf, orderOf, sheetFrame, type DocumentGround, type SheetOrder } from './document-ground.ts'
import { MODE_WORDS } from './handling-document.ts'
import { clockIn, minutesOf } from './markdown.ts'
import { heading, list, table } from './paper-blocks.ts'

const MEANS_WORDS = { walk: '步行', bus: '客车', boat: '船', none: '不离开' } as const
/** Name of the list of people whose place lies in no street's outline. */
const NO_TOWN = '街道未录'
/** A box to tick. */
const BOX = '□'

/** Streets with somebody to move or to warn, by name. */
export function transferTowns(ground: DocumentGround): string[] {
  const { assignments, shortfalls } = ground.plan.handlingPlan.evacuation
  return [...new Set([...assignments, ...shortfalls].map(({ fromId }) => townOf(ground, fromId)))].sort()
}

/** The live order to a street; null = none was issued. */
export function transferOrderOf(ground: DocumentGround, town: string): SheetOrder | null {
  return orderOf(ground, 'evacuation', town === NO_TOWN ? '' : town)
}

/** Number of a street's list: that of the order to the street, or the plan's. */
export function transferNumber(ground: DocumentGround, town: string): string {
  return numberOf(ground, transferOrderOf(ground, town), `转移 ${town}`)
}

/** 人员转移名单 of one street: who, how many, where to, by what, with whom, by when, with a box to tick. */
export function transferList(ground: DocumentGround, town: string): PaperSheet {
  const { assignments, shortfalls, population } = ground.plan.handlingPlan.evacuation
  const own = assignments.filter(({ fromId }) => townOf(ground, fromId) === town)
  const gaps = shortfalls.filter(({ fromId }) => townOf(ground, fromId) === town)
  const names = new Map(population.map(({ id, name }) => [id, name]))
  const duty = ground.plan.headquarters.administrative.posts.find(({ post }) => post === `STREET_DUTY:${town}`)
  const people = own.reduce((sum, line) => sum + line.people, 0)
  const helped = own.reduce((sum, line) => sum + line.specialNeeds, 0)
  return {
    ...sheetFrame(ground),
    title: `人员转移名单：${town}`,
    number: transferNumber(ground, town),
    blocks: [
      {
        kind: 'facts',
        columns: 2,
        rows: [
          { name: '合计', value: `${own.length}处 ${people}人` },
          { name: '需帮助', value: `${helped}人` },
          { name: '街道值班', value: duty === undefined ? null : duty.name },
          { name: '电话', value: duty === undefined ? null : duty.phone },
        ],
      },
      table(
        [
          ['办', 4],
          ['从', 21],
          ['人数（需帮助）', 10],
          ['方式、去往', 22],
          ['工具', 9],
          ['开始不迟于', 9],
          ['完成', 8],
          ['负责人、电话', 17],
        ],
        [...own]
          .sort((one, other) => compare(one.startBy, other.startBy) || compare(one.id, other.id))
          .map((line) => rowOf(ground, line, town)),
      ),
      ...gapBlocks(gaps.map((gap) => ({ ...gap, name: names.get(gap.fromId) ?? gap.fromId }))),
      { kind: 'signatures', fields: ['接收（街道）、时间', '转移完成、时间', '报告人'] },
    ],
  }
}

function rowOf({ plan }: DocumentGround, line: EvacuationAssignment, town: string): string[] {
  return [
    BOX,
    // The street stands in the title.
    line.fromName.startsWith(town) ? line.fromName.slice(town.length) : line.fromName,
    `${line.people}人${line.specialNeeds === 0 ? '' : `（${line.specialNeeds}）`}`,
    [
      `${MODE_WORDS[line.mode]}${line.shelterName === null ? '' : `：${line.shelterName}`}`,
      line.cloudArrivesS === null ? '' : `（毒气${minutesOf(line.cloudArrivesS)}到）`,
    ].join(''),
    `${MEANS_WORDS[line.means]}${line.trips > 0 ? ` ${line.trips}车次` : ''}`,
    clockIn(plan, line.startBy),
    clockIn(plan, line.doneBy),
    `${line.personInCharge} ${line.phone}`,
  ]
}

function gapBlocks(
  gaps: readonly {
    name: string
    people: number
    reasons: readonly { text: string }[]
    remedies: readonly { text: string }[]
  }[],
): PaperBlock[] {
  if (gaps.length === 0) return []
  const texts = (reasons: readonly { text: string }[]): string => reasons.map(({ text }) => text).join('；')
  return [
    heading('尚无去处，须当场落实'),
    list(
      gaps.map(
        ({ name, people, reasons, remedies }) =>
          `${BOX} ${name} ${people}人：${texts(reasons)}；补救：${texts(remedies)}`,
      ),
    ),
  ]
}

function townOf({ towns }: DocumentGround, fromId: string): string {
  const town = towns.get(fromId) ?? ''
  return town === '' ? NO_TOWN : town
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
