import type { PaperDocument, PaperSheet } from '../../domain/paper-document.ts'
import { HEADQUARTERS, type Headquarters } from '../../domain/taxonomy.ts'
import { AUTHORITY_WORDS } from '../authority-words.ts'
import { numberOfLine, sheetFrame, type DocumentGround } from './document-ground.ts'
import { headquartersBrief, HEADQUARTERS_NAMES } from './headquarters-brief.ts'
import { clockOf } from './markdown.ts'
import { orderSheet } from './order-sheet.ts'
import { PLAN_PARTS, planHead, type PlanPart } from './plan-documents.ts'
import { supplyOrder } from './supply-order.ts'
import { transferList, transferTowns } from './transfer-list.ts'
import { watermarkOf } from './watermark.ts'

/** Kinds of documents of an incident, in the order they are listed. */
export const DOCUMENT_KINDS = ['plan', 'brief', 'order', 'transfer', 'supply'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

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
  readonly sheet: () => PaperSheet
}

/** Every document of a plan, in the order of the plan. Nothing is written before its sheet is asked for. */
export function incidentDocuments(ground: DocumentGround): IncidentDocument[] {
  const { plan } = ground
  const { number } = sheetFrame(ground)
  const parts = ['force', 'movement', 'handling'] as const satisfies readonly PlanPart[]
  return [
    ...parts.map((part): IncidentDocument => ({
      key: `plan:${part}`,
      kind: 'plan',
      title: PLAN_PARTS[part].title,
      number,
      detail: '',
      sheet: () => planSheet(ground, part),
    })),
    ...HEADQUARTERS.map((hq: Headquarters): IncidentDocument => ({
      key: `brief:${hq}`,
      kind: 'brief',
      title: `${HEADQUARTERS_NAMES[hq]}简报`,
      number,
      detail: '',
      sheet: () => headquartersBrief(ground, hq),
    })),
    ...plan.forcePlan.assignments.map((line): IncidentDocument => ({
      key: `order:${line.id}`,
      kind: 'order',
      title: line.teamName,
      number: numberOfLine(ground, line.id),
      detail: `${AUTHORITY_WORDS[line.authority]}　${clockOf(line.departAt)} → ${clockOf(line.arriveAt)}`,
      sheet: () => orderSheet(ground, line),
    })),
    ...transferTowns(ground).map((town): IncidentDocument => ({
      key: `transfer:${town}`,
      kind: 'transfer',
      title: town,
      number,
      detail: '',
      sheet: () => transferList(ground, town),
    })),
    ...(plan.forcePlan.supplies.transfers ?? []).map((run): IncidentDocument => ({
      key: `supply:${run.id}`,
      kind: 'supply',
      title: `${run.storeName} → ${run.toName}`,
      number: numberOfLine(ground, run.id),
      detail: run.carrierId === null ? '无车' : run.carrierName,
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
