import { describe, expect, it } from 'vitest'
import { planDocuments } from '#shared/text/documents/plan-documents.ts'
import { planExample } from '../scenarios/scenario-plan.ts'

describe('the three plans as text', () => {
  const plan = planExample('ammonia-tanker-road')
  const documents = planDocuments(plan)
  const textOf = (fileName: string): string => documents.find((entry) => entry.fileName === fileName)?.markdown ?? ''

  it('are three, marked as a drill, with what they rest on', () => {
    expect(documents.map((entry) => entry.title)).toEqual(['人员装备抽组方案', '机动行进方案', '灾情处置方案'])
    for (const { markdown } of documents) {
      expect(markdown).toContain('【演练】')
      expect(markdown).toContain('示意路网')
    }
  })

  it('name every team, staging area, action and must-not of the plan', () => {
    for (const line of plan.forcePlan.assignments) {
      expect(textOf('force-plan.md')).toContain(line.teamName)
      expect(textOf('movement-plan.md')).toContain(line.teamName)
    }
    for (const area of plan.movementPlan.stagingAreas) expect(textOf('movement-plan.md')).toContain(area.name)
    for (const entry of plan.handlingPlan.mustNot) expect(textOf('handling-plan.md')).toContain(entry.text)
    for (const action of plan.handlingPlan.phases.flatMap((phase) => phase.actions)) {
      expect(textOf('handling-plan.md')).toContain(action.assignee.phone)
    }
  })

  it('open the handling plan with who leads, who directs and which unit leads each work group', () => {
    const lines = textOf('handling-plan.md').split('\n')
    const leading = lines.findIndex((line) => line.startsWith('- 牵头：安全生产委员会（牵头单位 应急管理局；'))
    const directing = lines.findIndex((line) => line.startsWith('- 统一领导：应急指挥部（'))
    expect(lines.find((line) => line.startsWith('## '))).toBe('## 一、指挥体系')
    expect([leading > 0, directing > leading]).toEqual([true, true])
    for (const hq of ['administrative', 'tactical'] as const)
      for (const { name, leadUnit } of plan.headquarters[hq].workGroups)
        expect(
          lines.filter((line) => line.startsWith(`| ${name} | `) && line.includes(` | ${leadUnit} | `)),
        ).not.toEqual([])
  })

  it('say of every team whether it is ordered, requested or notified, also on its way and in the first calls', () => {
    const words = { command: '命令', request: '请求', notify: '通知', selfDispatched: '自行出动' }
    const kinds = ['command', 'request', 'notify', 'selfDispatched'] as const
    const mixed = structuredClone(plan)
    mixed.forcePlan.assignments.forEach((line, index) => (line.authority = kinds[index % 4] ?? 'command'))
    expect(mixed.forcePlan.assignments.length).toBeGreaterThanOrEqual(4)
    const rung = mixed.firstOrders.filter(({ teamId }) => teamId !== undefined)
    expect(rung.map(({ authority }) => authority)).toContain('command')
    const rowOf = (fileName: string, start: string): string | undefined =>
      planDocuments(mixed)
        .find((entry) => entry.fileName === fileName)
        ?.markdown.split('\n')
        .find((line) => line.startsWith(start))
    for (const { teamName, authority } of mixed.forcePlan.assignments) {
      expect(rowOf('movement-plan.md', `| ${teamName} | ${words[authority]} |`)).toBeDefined()
      expect(rowOf('force-plan.md', `| ${teamName} |`)).toContain(`| ${words[authority]} |`)
    }
    for (const { call, phone, authority = 'notify' } of rung)
      expect(rowOf('handling-plan.md', `| ${call} | ${words[authority]} | ${phone} |`)).toBeDefined()
  })

  it('use words of the field, not codes', () => {
    expect(textOf('force-plan.md')).toContain('堵漏')
    expect(textOf('force-plan.md')).not.toMatch(/HAZ_PLUG|MED_TRIAGE/)
    expect(textOf('handling-plan.md')).toContain('初始隔离区')
  })

  it('keep a bar in a name from breaking a table', () => {
    const odd = structuredClone(plan)
    for (const line of odd.forcePlan.assignments) line.teamName = '甲|乙'
    const [force] = planDocuments(odd)
    expect(force?.markdown).toContain('甲\\|乙')
  })
})
