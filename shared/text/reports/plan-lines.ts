import type { ReportElement } from '../../domain/command/report.ts'
import type { PostHolder } from '../../domain/plan/dispatch-plan.ts'
import { zoneName } from '../change-words.ts'
import { nameOfNeed } from '../name-of-need.ts'
import { linesOf, planSource, type ReportSituation } from './report-situation.ts'

type Planned = NonNullable<ReportSituation['plan']>

/** Zones and the people registered in them: worked out by the plan, and said to be so. */
export function reachLines(planned: Planned): ReportElement[] {
  const { plan } = planned
  const lines = linesOf('impact')
  const at = plan.incident.plannedAt
  const zones = plan.zones
    .filter(({ closed }) => closed === undefined)
    .map((zone) => {
      const size = zone.lengthM ?? zone.radiusM ?? null
      const words = size === null ? '' : `${zone.atLeast === true ? '至少' : ''}${size}米`
      return `${zone.stage === 'initial' ? '初始' : '实测'}${zoneName(zone).replace(/^初始/, '')}${words}`
    })
  const { population } = plan.handlingPlan.evacuation
  const people = population.reduce((sum, row) => sum + row.people, 0)
  return [
    ...(zones.length === 0
      ? []
      : [lines.known('zones', `划定${[...new Set(zones)].join('、')}`, planSource(planned), at)]),
    ...(population.length === 0
      ? []
      : [
          lines.known(
            'people',
            `危险区内在册${population.length}处、${people}人（测算，非核实人数）`,
            planSource(planned),
            at,
          ),
        ]),
  ]
}

/** Which grade may come next, as the plan says it. */
export function riseLines(planned: Planned): ReportElement[] {
  const { upgradeOffers } = planned.plan.incident.level
  const at = planned.plan.incident.plannedAt
  return upgradeOffers
    .slice(0, 3)
    .map(({ text }, index) => linesOf('trend').known(`rise${index + 1}`, text, planSource(planned), at))
}

/** What the own forces lack, with the remedy: what is asked for from above. */
export function gapLines(planned: Planned): ReportElement[] {
  const { plan } = planned
  const at = plan.incident.plannedAt
  return plan.forcePlan.shortfalls.map((gap) => {
    const [remedy] = gap.remedies
    const words = `本地缺${nameOfNeed(gap)}${gap.missing}${remedy === undefined ? '' : `，建议：${remedy.text}`}`
    return linesOf('next').known(gap.demandId, words, planSource(planned), at)
  })
}

/** Who is on the scene: the plan only says who should be, so that it stays to be verified. */
export function leaderLines(planned: Planned | null): ReportElement[] {
  const lines = linesOf('leadersOnScene')
  const holders = planned === null ? [] : commanders(planned)
  if (planned === null || holders.length === 0) return [lines.toVerify('')]
  const words = holders.map(({ title, name }) => `${title}${name}`).join('、')
  return [lines.toVerify('', `方案安排${words}，到位情况待核`, planSource(planned))]
}

/** The officer in charge on the scene and how to reach him. */
export function contactLines(planned: Planned | null): ReportElement[] {
  const lines = linesOf('contact')
  const commander = planned?.plan.headquarters.tactical.commander ?? null
  if (planned === null || commander === null) return [lines.toVerify('')]
  const phone = commander.phone === '' ? '电话待核' : commander.phone
  return [
    lines.known(
      '',
      `${commander.title}${commander.name}，${phone}`,
      `值班表（${planSource(planned)}）`,
      planned.plan.incident.plannedAt,
    ),
  ]
}

function commanders({ plan }: Planned): PostHolder[] {
  const { administrative, tactical } = plan.headquarters
  return [administrative.commander, tactical.commander].flatMap((holder) => holder ?? [])
}
