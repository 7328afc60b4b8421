import type { DocumentKind, PaperDocument, PaperSheet } from '../../domain/paper-document.ts'
import { HEADQUARTERS } from '../../domain/taxonomy.ts'
import { AUTHORITY_WORDS } from '../authority-words.ts'
import { numberOf, orderOf, sheetFrame, teamOrderOf, type DocumentGround } from './document-ground.ts'
import { headquartersBrief, HEADQUARTERS_NAMES } from './headquarters-brief.ts'
import { clockIn } from './markdown.ts'
import { orderSheet } from './order-sheet.ts'
import { PLAN_PARTS, planHead, type PlanPart } from './plan-documents.ts'
import { supplyNumber, supplyOrder } from './supply-order.ts'
import { transferList, transferNumber, transferOrderOf, transferTowns } from './transfer-list.ts'
import { watermarkOf } from './watermark.ts'

/** One document that can be asked for. */
export interface IncidentDocument {
  /** Names it among those of its incident: the kind and what it is about. */
  readonly key: string
  readonly kind: DocumentKind
  readonly title: string
  /** Number on the paper, the same as on the screen. */
  readonly number: string
  /** What else tells it from its neighbours. */
  readonly detail: string
  /** False: the order it belongs to was not issued yet. Null where it belongs to none. */
  readonly issued: boolean | null
  readonly sheet: () => PaperSheet
}

/** Every document of a plan, in the order of the plan. Nothing is written before its sheet is asked for. */
export function incidentDocuments(ground: DocumentGround): IncidentDocument[] {
  const { plan } = ground
  const whole = { number: sheetFrame(ground).number, detail: '', issued: null } as const
  const parts = ['force', 'movement', 'handling'] as const satisfies readonly PlanPart[]
  return [
    ...parts.map((part): IncidentDocument => {
      const { title } = PLAN_PARTS[part]
      return { ...whole, key: `plan:${part}`, kind: 'plan', title, sheet: () => planSheet(ground, part) }
    }),
    ...HEADQUARTERS.map((hq): IncidentDocument => {
      const title = `${HEADQUARTERS_NAMES[hq]}简报`
      return { ...whole, key: `brief:${hq}`, kind: 'brief', title, sheet: () => headquartersBrief(ground, hq) }
    }),
    ...plan.forcePlan.assignments.map((line): IncidentDocument => {
      const order = teamOrderOf(ground, line)
      return {
        key: `order:${line.id}`,
        kind: 'order',
        title: line.teamName,
        number: numberOf(ground, order, line.id),
        detail: `${AUTHORITY_WORDS[line.authority]}　${clockIn(plan, line.departAt)} → ${clockIn(plan, line.arriveAt)}`,
        issued: order !== null,
        sheet: () => orderSheet(ground, line),
      }
    }),
    ...transferTowns(ground).map((town): IncidentDocument => {
      const order = transferOrderOf(ground, town)
      const number = transferNumber(ground, town)
      const rest = { number, detail: '', issued: order !== null, sheet: () => transferList(ground, town) }
      return { key: `transfer:${town}`, kind: 'transfer', title: town, ...rest }
    }),
    ...(plan.forcePlan.supplies.transfers ?? []).map((run): IncidentDocument => ({
      key: `supply:${run.id}`,
      kind: 'supply',
      title: `${run.storeName} → ${run.toName}`,
      number: supplyNumber(ground, run),
      detail: run.carrierId === null ? '无车' : run.carrierName,
      issued: orderOf(ground, 'supply', run.storeId) !== null,
      sheet: () => supplyOrder(ground, run),
    })),
  ]
}

/** Documents as one paper, in the order given. */
export function bindDocuments(ground: DocumentGround, documents: readonly IncidentDocument[]): PaperDocument {
  const sheets = documents.map(({ sheet }) => sheet())
  const title = documents.length === 1 ? (sheets[0]?.title ?? '') : `文书（${documents.length}份）`
  return {
    schema: 'paper-document/1',
    title,
    fileName: `${ground.number} ${title.replaceAll('：', ' ')}`,
    paper: 'A4',
    watermark: watermarkOf(ground.plan.incident.mode),
    sheets,
  }
}

function planSheet(ground: DocumentGround, part: PlanPart): PaperSheet {
  const { title, blocksOf } = PLAN_PARTS[part]
  return {
    ...sheetFrame(ground),
    title,
    blocks: [...planHead(ground.plan).map((text) => ({ kind: 'text', text }) as const), ...blocksOf(ground.plan)],
  }
}
