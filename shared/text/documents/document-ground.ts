import type { PaperSheet } from '../../domain/paper-document.ts'
import type { IssuedOrder } from '../../domain/command/order.ts'
import { momentOf } from './markdown.ts'
import type { NumberedPlan } from './communications-document.ts'

/** What a sheet takes from the order that was issued for it. */
export type SheetOrder = Pick<IssuedOrder, 'number' | 'text' | 'issuer' | 'dueAt' | 'teamId' | 'source'>

/** A line of the road network near by, drawn thin. */
export interface DrawnRoad {
  readonly name: string
  readonly coordinates: readonly (readonly number[])[]
}

/** All that documents of an incident are written from: the plan, its orders, and what the library says of its teams. */
export interface DocumentGround extends NumberedPlan {
  /** Live orders in the order of the record. */
  readonly orders: readonly SheetOrder[]
  /** True when the library is a demonstration: every sheet says so. */
  readonly isDemo: boolean
  /** Number plates by vehicle; a vehicle without one is absent. */
  readonly plates: ReadonlyMap<string, string>
  /** Usable kit by team, each line with its quantity. */
  readonly kit: ReadonlyMap<string, readonly string[]>
  /** Streets by population point. */
  readonly towns: ReadonlyMap<string, string>
  readonly roads: readonly DrawnRoad[]
}

/** The live order that was made from a line of the plan, the newest where there are several; null = none was issued. */
export function orderOf(
  { orders }: DocumentGround,
  kind: SheetOrder['source']['kind'],
  lineId: string,
): SheetOrder | null {
  return orders.findLast(({ source }) => source.kind === kind && source.lineId === lineId) ?? null
}

/** The live order of a team's line: its own, else whatever else sends the team, such as a first order by phone. */
export function teamOrderOf(
  ground: DocumentGround,
  line: { readonly id: string; readonly teamId: string },
): SheetOrder | null {
  return (
    orderOf(ground, 'assignment', line.id) ?? ground.orders.findLast(({ teamId }) => teamId === line.teamId) ?? null
  )
}

/** Number in the foot of a sheet: that of its order, or the line of the plan as long as none was issued. */
export function numberOf({ number, version }: DocumentGround, order: SheetOrder | null, lineId: string): string {
  return order === null
    ? `${number}　方案第${version}版　${lineId}　（尚未下达）`
    : `指令 ${order.number}　（${number}　方案第${version}版）`
}

/** What every sheet of an incident has above its title and in its foot. */
export function sheetFrame(ground: DocumentGround): Pick<PaperSheet, 'above' | 'number' | 'source' | 'flows'> {
  const { number, version, plan } = ground
  return {
    above: [number, plan.incident.title ?? plan.incident.location.address ?? ''].join(' ').trim(),
    number: `${number}　方案第${version}版`,
    source: sourceWords(ground),
    flows: true,
  }
}

/** When the plan was made, and that its data are a demonstration or its roads schematic, where they are. */
function sourceWords({ plan, isDemo }: DocumentGround): string {
  return [
    isDemo ? '演示数据' : '',
    `方案生成 ${momentOf(plan.incident.plannedAt)}`,
    `道路：${plan.movementPlan.roadData.name}`,
    plan.movementPlan.roadData.schematic ? '示意，不得用于实战导航' : '',
  ]
    .filter((part) => part !== '')
    .join('；')
}
