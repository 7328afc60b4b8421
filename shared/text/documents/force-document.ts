import type { PaperBlock } from '../../domain/paper-document.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Assignment } from '../../domain/plan/force-plan.ts'
import { AUTHORITY_WORDS } from '../authority-words.ts'
import { nameOfNeed, VEHICLE_NAMES } from '../name-of-need.ts'
import { clockIn, minutesOf, momentOf } from './markdown.ts'
import { heading, list, table } from './paper-blocks.ts'
import { formulaText } from './formula-text.ts'

/** 人员装备抽组方案: needs, who goes and why, gaps with remedies, reserve, supplies, experts. */
export function forceDocument(plan: DispatchPlan): PaperBlock[] {
  const { forcePlan } = plan
  return [
    heading('一、需求'),
    table(
      [
        ['需要', 16],
        ['数量', 8],
        ['时限', 12],
        ['算式', 24],
        ['依据', 40],
      ],
      forcePlan.demand.map((demand) => [
        nameOfNeed(demand),
        demand.quantity,
        minutesOf(demand.byS),
        formulaText(demand.formula),
        textsOf(demand.basis),
      ]),
    ),
    heading('二、抽组'),
    table(
      [
        ['队伍', 22],
        ['方式', 8],
        ['任务', 18],
        ['车辆、人数', 25],
        ['出发→到达', 10],
        ['电话', 17],
      ],
      forcePlan.assignments.map((line) => [
        line.teamName,
        AUTHORITY_WORDS[line.authority],
        line.role,
        `${vehicleWords(line)}；${line.personnel} 人`,
        `${clockIn(plan, line.departAt)} → ${clockIn(plan, line.arriveAt)}`,
        line.phone,
      ]),
    ),
    heading('抽组理由', true),
    list(forcePlan.assignments.map((line) => `${line.teamName}：${textsOf(line.reasons)}`)),
    heading('三、缺口'),
    table(
      [
        ['缺', 14],
        ['数量', 8],
        ['原因', 39],
        ['补救', 39],
      ],
      forcePlan.shortfalls.map((gap) => [nameOfNeed(gap), gap.missing, textsOf(gap.reasons), textsOf(gap.remedies)]),
    ),
    heading('四、预备队与专家'),
    table(
      [
        ['预备队', 50],
        ['预计用时', 20],
        ['电话', 30],
      ],
      forcePlan.reserve.map((line) => [line.teamName, minutesOf(line.etaS), line.phone]),
    ),
    table(
      [
        ['专家', 30],
        ['专业', 40],
        ['电话', 30],
      ],
      forcePlan.experts.map((line) => [line.name, line.specialty, line.phone]),
    ),
    ...supplyBlocks(forcePlan.supplies),
  ]
}

function supplyBlocks(supplies: DispatchPlan['forcePlan']['supplies']): PaperBlock[] {
  const placeNames = new Map(supplies.demand.map(({ toId, toName }) => [toId, toName]))
  const nameOf = (id: string): string => placeNames.get(id) ?? id
  return [
    heading('五、物资'),
    table(
      [
        ['物资', 13],
        ['数量', 11],
        ['出库', 20],
        ['有效期', 13],
        ['送往', 18],
        ['用时', 9],
        ['保管员', 16],
      ],
      supplies.allocations.map((line) => [
        line.item,
        `${line.quantity} ${line.unit}`,
        `${line.storeName}（批次 ${line.lotId}）`,
        line.expiresOn ?? '长期',
        nameOf(line.toId),
        minutesOf(line.etaS),
        `${line.keeper} ${line.phone}`,
      ]),
    ),
    heading('调运', true),
    table(
      [
        ['库点', 25],
        ['送往', 23],
        ['承运', 20],
        ['车次', 7],
        ['用时', 9],
        ['调车电话', 16],
      ],
      (supplies.transfers ?? []).map((run) => [
        run.storeName,
        run.toName,
        run.carrierId === null ? '无车，请交通运输部门调车' : run.carrierName,
        run.trips,
        minutesOf(run.etaS),
        run.phone,
      ]),
    ),
    heading('采购申请', true),
    table(
      [
        ['物资', 40],
        ['数量', 25],
        ['最迟需要', 35],
      ],
      (supplies.purchases ?? []).map((row) => [row.item, `${row.quantity} ${row.unit}`, momentOf(row.neededBy)]),
    ),
    heading('物资缺口', true),
    table(
      [
        ['物资', 22],
        ['数量', 18],
        ['补救', 60],
      ],
      supplies.shortfalls.map((gap) => [gap.item, `${gap.missing} ${gap.unit}`, textsOf(gap.remedies)]),
    ),
  ]
}

/** Vehicles of one team, equal ones counted. */
function vehicleWords({ vehicles }: Assignment): string {
  if (vehicles.length === 0) return '不带车'
  const counts = new Map<string, number>()
  for (const { name, kind } of vehicles) {
    const words = name ?? VEHICLE_NAMES[kind]
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts].map(([words, count]) => (count === 1 ? words : `${words}×${count}`)).join('、')
}

function textsOf(reasons: readonly { readonly text: string }[]): string {
  return reasons.map(({ text }) => text).join('；')
}
