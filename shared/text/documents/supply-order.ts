import type { PaperSheet } from '../../domain/paper-document.ts'
import type { SupplyAllocation, SupplyTransfer } from '../../domain/plan/force-plan.ts'
import { numberOf, orderOf, sheetFrame, type DocumentGround } from './document-ground.ts'
import { minutesOf } from './markdown.ts'
import { table } from './paper-blocks.ts'

/** Goods of one run, in the order of the plan. */
function goodsOf({ plan }: DocumentGround, run: SupplyTransfer): SupplyAllocation[] {
  return plan.forcePlan.supplies.allocations.filter(({ transferId, storeId, toId }) =>
    transferId === undefined ? storeId === run.storeId && toId === run.toId : transferId === run.id,
  )
}

/** Number of a run: one order goes to the store for all its runs, so each says which of them it is. */
export function supplyNumber(ground: DocumentGround, run: SupplyTransfer): string {
  const runs = (ground.plan.forcePlan.supplies.transfers ?? []).filter(({ storeId }) => storeId === run.storeId)
  const which = `${runs.findIndex(({ id }) => id === run.id) + 1}/${runs.length}`
  const order = orderOf(ground, 'supply', run.storeId)
  return order === null ? numberOf(ground, null, run.id) : `${numberOf(ground, order, run.id)}　第${which}单`
}

/** 物资调运单: one run from a store to a place with its lots, who carries it, and boxes for those who hand over. */
export function supplyOrder(ground: DocumentGround, run: SupplyTransfer): PaperSheet {
  const goods = goodsOf(ground, run)
  const order = orderOf(ground, 'supply', run.storeId)
  const keepers = [...new Set(goods.map(({ keeper, phone }) => `${keeper} ${phone}`))].join('；')
  const late = run.etaS > run.byS ? `，晚于要求（${minutesOf(run.byS)}内）` : ''
  return {
    ...sheetFrame(ground),
    title: `物资调运单：${run.storeName}`,
    number: supplyNumber(ground, run),
    blocks: [
      {
        kind: 'facts',
        rows: [
          { name: '出库', value: run.storeName },
          { name: '保管员', value: keepers === '' ? null : keepers },
          { name: '送往', value: run.toName },
          { name: '接收人', value: null },
          {
            name: '承运',
            value:
              run.carrierId === null ? '无车：请交通运输部门调车' : `${run.carrierName} ${run.phone}，${run.trips}车次`,
          },
          { name: '车牌、司机', value: null },
          {
            name: '里程、用时',
            value: `${(run.distanceM / 1000).toFixed(1)}公里；下达后${minutesOf(run.etaS)}送到${late}`,
          },
          { name: '下达人', value: order?.issuer ?? null },
          ...(order === null ? [] : [{ name: '指令', value: order.text }]),
        ],
      },
      table(
        [
          ['品名', 22],
          ['批次', 26],
          ['应发', 13],
          ['有效期', 15],
          ['实发', 12],
          ['备注', 12],
        ],
        goods.map((line) => [line.item, line.lotId, `${line.quantity} ${line.unit}`, line.expiresOn ?? '长期', '', '']),
      ),
      { kind: 'list', lines: [...new Set(run.reasons.map(({ text }) => text))] },
      { kind: 'signatures', fields: ['签发、时间', '出库（保管员）、时间', '承运（司机）、时间', '接收、时间'] },
    ],
  }
}
