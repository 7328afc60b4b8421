import type { TeamRow } from '#shared/domain/dataset/tables.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { beilun } from '../../../scenarios/scenario-plan.ts'
import { changed, first, type Edit, type RuleCase } from './edited-plan.ts'

/** The monitoring team: one capability that no demand of the hot zone asks for, and one vehicle. */
const TEAM = 'env-park'
const AT = 'forcePlan.assignments.10'

type Line = DispatchPlan['forcePlan']['assignments'][number]
const lineOf = (plan: DispatchPlan, teamId = TEAM): Line =>
  first(plan.forcePlan.assignments, (line) => line.teamId === teamId)
const teamWith =
  (change: Partial<TeamRow>, id = TEAM): Edit =>
  () => ({ teams: changed(beilun.teams, id, change) })
const row = first(beilun.teams, ({ id }) => id === TEAM)
const spare = first(beilun.vehicles, ({ id }) => id === 'gov-chaiqiao-v3')

const edited =
  (edit: (line: Line, plan: DispatchPlan) => void, teamId = TEAM): Edit =>
  (plan) => {
    edit(lineOf(plan, teamId), plan)
    return undefined
  }
const crewOf = (personnel: number): Edit => edited((line) => (line.personnel = personnel))
const monitors = (quantity: number): Edit =>
  edited((line) => (line.capabilities = [{ capability: 'ENV_MON', quantity }]))
const unavailable =
  (id: string): Edit =>
  (plan) => {
    plan.incident.unavailable = [`team:${id}`]
    return undefined
  }
const withoutPlug = edited((line) => {
  line.capabilities = line.capabilities.filter(({ capability }) => capability !== 'HAZ_PLUG')
}, 'pro-formosa')

export const FORCE_CASES: readonly RuleCase[] = [
  {
    code: 'team-unknown',
    says: 'a team that is in no list',
    plan: 'road',
    breaks: edited((line) => (line.teamId = 'team-of-dreams')),
    twin: edited((line) => (line.teamName = '改名的监测队')),
    at: `${AT}.teamId`,
    shows: '（team-of-dreams）',
  },
  {
    code: 'team-unavailable',
    says: 'a team that was reported unavailable',
    plan: 'road',
    breaks: unavailable(TEAM),
    twin: unavailable('env-elsewhere'),
    at: AT,
    shows: row.name,
  },
  {
    code: 'team-away',
    says: 'a team that is lent out to the end of this day',
    plan: 'road',
    breaks: teamWith({ awayUntil: '2026-07-14' }),
    twin: teamWith({ awayUntil: '2026-07-13' }),
    at: AT,
    shows: '至2026-07-14',
  },
  {
    code: 'team-off-duty',
    says: 'a team without anybody on duty',
    plan: 'road',
    breaks: teamWith({ onDuty: 0 }),
    twin: teamWith({ onDuty: 1 }),
    at: AT,
    shows: row.name,
  },
  {
    code: 'crew-overstated',
    says: 'one person more than are on duty',
    plan: 'road',
    breaks: crewOf(row.onDuty + 1),
    twin: crewOf(row.onDuty),
    at: `${AT}.personnel`,
    shows: `派出${row.onDuty + 1}人，当班只有${row.onDuty}人`,
  },
  {
    code: 'capability-overstated',
    says: 'one unit more than the team has',
    plan: 'road',
    breaks: monitors(2),
    twin: monitors(1),
    at: `${AT}.capabilities`,
    shows: '写为2，实有1',
  },
  {
    code: 'vehicle-foreign',
    says: 'a vehicle of another team',
    plan: 'road',
    breaks: edited((line) => (first(line.vehicles).id = spare.id)),
    twin: edited((line) => Object.assign(first(line.vehicles), { id: spare.id, kind: spare.kind }), 'gov-chaiqiao'),
    at: `${AT}.vehicles`,
    shows: `车辆${spare.id}`,
  },
  {
    code: 'team-twice',
    says: 'a team on two lines',
    plan: 'road',
    breaks: edited((line, plan) => plan.forcePlan.assignments.push(structuredClone(line))),
    twin: edited((line, plan) => plan.forcePlan.assignments.push({ ...structuredClone(line), teamId: 'env-second' })),
    at: 'forcePlan.assignments',
    shows: '被派了2次',
  },
  {
    code: 'vehicle-twice',
    says: 'a vehicle on two lines',
    plan: 'road',
    breaks: edited((line, plan) => lineOf(plan, 'bus-east').vehicles.push(...line.vehicles)),
    twin: edited((line) => line.vehicles.push({ ...first(line.vehicles), id: 'env-park-v2' })),
    at: 'forcePlan.assignments',
    shows: '被派了2次',
  },
  {
    code: 'demand-unmet-unsaid',
    says: 'a need for one more plugging group that nobody admits',
    plan: 'road',
    breaks: withoutPlug,
    twin: (plan) => {
      plan.forcePlan.shortfalls.push({ demandId: 'D-haz-plug', missing: 1, reasons: [], remedies: [] })
      return withoutPlug(plan)
    },
    at: 'forcePlan.demand.1',
    shows: '需要2，已派1，只说明了缺口0',
  },
  {
    code: 'volunteer-in-hot-zone',
    says: 'volunteers for reconnaissance',
    plan: 'road',
    breaks: teamWith({ type: 'SOCIAL' }, 'pro-formosa'),
    twin: teamWith({ type: 'SOCIAL' }),
    at: 'forcePlan.demand.0',
    shows: '台塑（宁波）工业园区安全生产专业应急救援队',
  },
  {
    code: 'volunteer-alone',
    says: 'volunteers with no professional team beside them',
    plan: 'road',
    breaks: teamWith({ type: 'VOL' }),
    twin: teamWith({ type: 'VOL' }, 'police-xiapu'),
    at: 'forcePlan.demand.9',
    shows: row.name,
  },
  {
    code: 'HZ5',
    says: 'two people for reconnaissance',
    plan: 'road',
    breaks: edited((line) => (line.personnel = 2), 'pro-formosa'),
    twin: edited((line) => (line.personnel = 3), 'pro-formosa'),
    at: 'forcePlan.assignments.7.personnel',
    shows: '只有2人，侦检救援编组不少于3人',
  },
]
