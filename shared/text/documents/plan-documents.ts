import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import { forceDocument } from './force-document.ts'
import { handlingDocument } from './handling-document.ts'
import { movementDocument } from './movement-document.ts'

/** One plan as a readable text. */
export interface PlanDocument {
  readonly fileName: string
  readonly title: string
  readonly markdown: string
}

/** The three plans of one dispatch plan as texts; drills say so in the heading. */
export function planDocuments(plan: DispatchPlan): readonly PlanDocument[] {
  return [
    document(plan, 'force-plan.md', '人员装备抽组方案', forceDocument(plan)),
    document(plan, 'movement-plan.md', '机动行进方案', movementDocument(plan)),
    document(plan, 'handling-plan.md', '灾情处置方案', handlingDocument(plan)),
  ]
}

function document(plan: DispatchPlan, fileName: string, title: string, body: string): PlanDocument {
  const mode = plan.incident.mode === 'real' ? '' : plan.incident.mode === 'drill' ? '【演练】' : '【推演】'
  const place = plan.incident.location.address ?? `${plan.incident.location.lng}, ${plan.incident.location.lat}`
  const head = [
    `# ${mode}${title}`,
    '',
    `${plan.incident.title ?? place} · ${plan.incident.plannedAt} · 事件等级 ${plan.incident.level.value ?? '险情（未达等级）'} · 响应 ${plan.incident.response.value}`,
    '',
    `依据：数据 ${plan.datasetVersion.slice(0, 19)}，参数 ${plan.parametersVersion.slice(0, 19)}，${plan.movementPlan.roadData.name}`,
    '',
  ].join('\n')
  return { fileName, title, markdown: `${head}\n${body}` }
}
