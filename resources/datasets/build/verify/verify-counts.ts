import type { Draft } from '../draft.ts'
import { ENTERPRISES } from '../beilun/enterprise-brigades.ts'

/** Figures a data set must reproduce exactly, by a name that says what is counted. */
export type ExpectedCounts = Readonly<Record<string, number>>

/** The figures of the 2021 Beilun plan. */
export const BEILUN_COUNTS: ExpectedCounts = {
  街道: 10,
  避灾安置场所: 157,
  规范化避灾场所: 94,
  可视化避灾场所: 50,
  转移名单人数: 3148,
  地质灾害转移人数: 587,
  山洪转移人数: 2497,
  未注明原因转移人数: 64,
  地质灾害风险防范区: 40,
  低洼易涝点: 29,
  防汛队: 31,
  社会力量: 7,
  企业专职队: 14,
  企业工艺处置队: 14,
  具名政府消防站: 6,
  水库: 32,
  涉氨制冷企业: 21,
  液化储气站: 2,
  起降点: 3,
}

/** Counts that differ from the expected figures. */
export function findCountProblems(draft: Draft, expected: ExpectedCounts): string[] {
  const actual = countAll(draft)
  return Object.entries(expected).flatMap(([name, value]) =>
    actual.get(name) === value ? [] : [`${name} 应为 ${value}，实际为 ${actual.get(name) ?? '无'}`],
  )
}

/** Every figure that is checked, worked out from the rows. */
function countAll({ tables, riskAreas, region }: Draft): Map<string, number> {
  const transfer = tables.population_points.filter((row) => row.list === 'transfer')
  const people = (hazard: string): number =>
    transfer.filter((row) => hazard === '' || row.hazard === hazard).reduce((sum, row) => sum + Number(row.people), 0)
  const ofType = (type: string): number => tables.teams.filter((row) => row.type === type).length
  const hazardKind = (kind: string): number => tables.hazard_sources.filter((row) => row.kind === kind).length
  return new Map([
    ['街道', region.towns.length],
    ['避灾安置场所', tables.shelters.length],
    ['规范化避灾场所', tables.shelters.filter((row) => row.standardised === 1).length],
    ['可视化避灾场所', tables.shelters.filter((row) => row.video === 1).length],
    ['转移名单人数', people('')],
    ['地质灾害转移人数', people('geo_hazard')],
    ['山洪转移人数', people('flash_flood')],
    ['未注明原因转移人数', people('unspecified')],
    ['地质灾害风险防范区', riskAreas.filter((risk) => risk.kind === 'geo_hazard').length],
    ['低洼易涝点', riskAreas.filter((risk) => risk.kind === 'low_point').length],
    ['防汛队', ofType('FLOOD')],
    ['社会力量', ofType('SOCIAL')],
    ['企业专职队', ofType('ENT_FT')],
    [
      '企业工艺处置队',
      tables.teams.filter((row) => row.type === 'PROCESS' && ENTERPRISES.some(({ slug }) => row.id === `proc-${slug}`))
        .length,
    ],
    ['具名政府消防站', tables.teams.filter((row) => row.type === 'GOV_FT' && row.tier === 'district').length],
    ['水库', hazardKind('reservoir')],
    ['涉氨制冷企业', hazardKind('cold_store')],
    ['液化储气站', hazardKind('lpg_station')],
    ['起降点', tables.helipads.length],
  ])
}
