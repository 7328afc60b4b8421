import type { PaperBlock } from '../../domain/paper-document.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import { forceDocument } from './force-document.ts'
import { handlingDocument } from './handling-document.ts'
import { markdownOf } from './markdown.ts'
import { movementDocument } from './movement-document.ts'

/** The parts of a dispatch plan: three plans, each with its title and what it says. */
export const PLAN_PARTS = {
  force: { title: '人员装备抽组方案', fileName: 'force-plan.md', blocksOf: forceDocument },
  movement: { title: '机动行进方案', fileName: 'movement-plan.md', blocksOf: movementDocument },
  handling: { title: '灾情处置方案', fileName: 'handling-plan.md', blocksOf: handlingDocument },
} as const satisfies Record<string, { title: string; fileName: string; blocksOf: (plan: DispatchPlan) => PaperBlock[] }>
export type PlanPart = keyof typeof PLAN_PARTS

/** One plan as a readable text. */
export interface PlanDocument {
  readonly fileName: string
  readonly title: string
  readonly markdown: string
}

/** The three plans of one dispatch plan as texts; drills say so in the heading. */
export function planDocuments(plan: DispatchPlan): readonly PlanDocument[] {
  return Object.values(PLAN_PARTS).map(({ title, fileName, blocksOf }) => {
    const mode = plan.incident.mode === 'real' ? '' : plan.incident.mode === 'drill' ? '【演练】' : '【推演】'
    const head = [`# ${mode}${title}`, '', ...planHead(plan).flatMap((line) => [line, ''])].join('\n')
    return { fileName, title, markdown: `${head}\n${markdownOf(blocksOf(plan))}` }
  })
}

/** What a plan is for, and what it rests on. */
export function planHead(plan: DispatchPlan): readonly [what: string, basis: string] {
  const place = plan.incident.location.address ?? `${plan.incident.location.lng}, ${plan.incident.location.lat}`
  return [
    `${plan.incident.title ?? place} · ${plan.incident.plannedAt} · 事件等级 ${plan.incident.level.value ?? '险情（未达等级）'} · 响应 ${plan.incident.response.value}`,
    `依据：数据 ${plan.datasetVersion.slice(0, 19)}，参数 ${plan.parametersVersion.slice(0, 19)}，${plan.movementPlan.roadData.name}`,
  ]
}
