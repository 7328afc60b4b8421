import type { PaperSheet } from '../../domain/paper-document.ts'
import type { IssuedOrder } from '../../domain/command/order.ts'
import type { NumberedPlan } from './communications-document.ts'

/** What a sheet takes from the order that was issued for its line. */
export type SheetOrder = Pick<IssuedOrder, 'number' | 'text' | 'issuer' | 'dueAt'>

/** A line of the road network near by, drawn thin. */
export interface DrawnRoad {
  readonly name: string
  readonly coordinates: readonly (readonly number[])[]
}

/** All that documents of an incident are written from: the plan, its orders, and what the library says of its teams. */
export interface DocumentGround extends NumberedPlan {
  /** Live orders by the id of the plan's line they were made from. */
  readonly orders: ReadonlyMap<string, SheetOrder>
  /** Number plates by vehicle; a vehicle without one is absent. */
  readonly plates: ReadonlyMap<string, string>
  /** Usable kit by team, each line with its quantity. */
  readonly kit: ReadonlyMap<string, readonly string[]>
  /** Streets by population point. */
  readonly towns: ReadonlyMap<string, string>
  readonly roads: readonly DrawnRoad[]
}

/** Number in the foot of a sheet: that of its order, or the line of the plan as long as none was issued. */
export function numberOfLine({ orders, number, version }: DocumentGround, lineId: string): string {
  const order = orders.get(lineId)
  return order === undefined
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
function sourceWords({ plan }: DocumentGround): string {
  return [
    `方案生成 ${momentOf(plan.incident.plannedAt)}`,
    `道路：${plan.movementPlan.roadData.name}`,
    plan.movementPlan.roadData.schematic ? '示意，不得用于实战导航' : '',
  ]
    .filter((part) => part !== '')
    .join('；')
}

/** Day and minute of an ISO time, as written in its own offset. */
export function momentOf(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ')
}
