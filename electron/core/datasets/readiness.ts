import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { CAPABILITIES } from '#shared/domain/taxonomy.ts'
import type { Finding } from '#shared/domain/reason.ts'

/** Days after which a weekly roster counts as not kept up, and days ahead in which a lot counts as expiring. */
const ROSTER_DAYS = 90
const EXPIRING_DAYS = 90

/** What is not ready on a given day (`YYYY-MM-DD`): rosters, lots, telephones, coverage by capability and town. */
export function checkReadiness(dataset: Dataset, today: string): Finding[] {
  return [
    ...checkRosters(dataset, today),
    ...checkLots(dataset, today),
    ...checkPhones(dataset),
    ...checkCoverage(dataset),
  ]
}

function finding(
  code: string,
  severity: Finding['severity'],
  where: string,
  text: string,
  facts: Finding['facts'],
): Finding {
  return { code, severity, where, text, facts }
}

function checkRosters(dataset: Dataset, today: string): Finding[] {
  const { rosters, head } = dataset
  if (rosters.length === 0)
    return [finding('roster-missing', 'warn', 'rosters', '没有值班表。请导入 rosters.csv。', {})]
  const dated = rosters.filter(({ date }) => date.includes('-')).map(({ date }) => date)
  const last = dated.reduce((latest, date) => (date > latest ? date : latest), '')
  const ageDays = daysBetween(head.asOf.slice(0, 10), today)
  const isWeekly = dated.length < rosters.length
  if (!isWeekly && last < today) {
    return [
      finding('roster-stale', 'warn', 'rosters', `值班表只排到 ${last}，${today} 无人值班。请导入新的值班表。`, {
        last,
        today,
      }),
    ]
  }
  if (isWeekly && ageDays !== null && ageDays > ROSTER_DAYS) {
    const text = `按周排班的值班表已 ${ageDays} 天未更新（数据日期 ${head.asOf}，上限 ${ROSTER_DAYS} 天）。请核对人员和电话。`
    return [finding('roster-stale', 'warn', 'rosters', text, { asOf: head.asOf, ageDays, limitDays: ROSTER_DAYS })]
  }
  return []
}

function checkLots({ stock }: Dataset, today: string): Finding[] {
  return stock.flatMap((lot) => {
    if (lot.expiresOn === '' || lot.status === '报废' || lot.status === '核销') return []
    const days = daysBetween(today, lot.expiresOn)
    if (days === null || days > EXPIRING_DAYS) return []
    const facts = { lotId: lot.lotId, item: lot.item, storeId: lot.storeId, expiresOn: lot.expiresOn, days }
    return days < 0
      ? [
          finding(
            'lot-expired',
            'warn',
            `stock.${lot.lotId}`,
            `${lot.item}（批次 ${lot.lotId}）已于 ${lot.expiresOn} 过期。请下架补充。`,
            facts,
          ),
        ]
      : [
          finding(
            'lot-expiring',
            'info',
            `stock.${lot.lotId}`,
            `${lot.item}（批次 ${lot.lotId}）将于 ${lot.expiresOn} 到期。请安排轮换。`,
            facts,
          ),
        ]
  })
}

function checkPhones(dataset: Dataset): Finding[] {
  const onRoster = new Set(dataset.rosters.map(({ personId }) => personId))
  const missing = (
    kind: string,
    title: string,
    rows: readonly { id: string; name: string; phone: string }[],
  ): Finding[] =>
    rows
      .filter(({ phone }) => phone.trim() === '')
      .map(({ id, name }) =>
        finding('phone-missing', 'warn', `${kind}.${id}`, `${title}“${name}”（${id}）没有电话。请补上。`, { id, name }),
      )
  return [
    ...missing(
      'people',
      '值班人员',
      dataset.people.filter(({ id }) => onRoster.has(id)),
    ),
    ...missing(
      'people',
      '专家',
      dataset.people.filter(({ id, isExpert }) => isExpert === 1 && !onRoster.has(id)),
    ),
    ...missing('teams', '队伍', dataset.teams),
    ...missing('stores', '物资库', dataset.stores),
    ...missing('shelters', '避灾场所', dataset.shelters),
    ...missing('hospitals', '医院', dataset.hospitals),
    ...missing('carriers', '运力', dataset.carriers),
  ]
}

function checkCoverage({ teams, shelters, areas }: Dataset): Finding[] {
  const able = new Set(teams.flatMap(({ capabilities }) => capabilities.map(({ capability }) => capability)))
  const towns = areas.filter(({ level }) => level === 'town')
  return [
    ...CAPABILITIES.filter((capability) => !able.has(capability)).map((capability) =>
      finding(
        'capability-missing',
        'warn',
        'teams',
        `没有队伍具备能力 ${capability}。请登记队伍或与邻区签订支援协议。`,
        { capability },
      ),
    ),
    ...towns
      .filter(({ name }) => !teams.some(({ town }) => town === name))
      .map(({ name }) =>
        finding('town-without-team', 'warn', `areas.${name}`, `${name}没有任何救援队伍。请登记或指定代管队伍。`, {
          town: name,
        }),
      ),
    ...towns
      .filter(({ name }) => !shelters.some(({ town }) => town === name))
      .map(({ name }) =>
        finding('town-without-shelter', 'warn', `areas.${name}`, `${name}没有避灾安置场所。请登记或指定相邻场所。`, {
          town: name,
        }),
      ),
  ]
}

/** Whole days from one date to another; null when one of them is no date. */
function daysBetween(from: string, to: string): number | null {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
  return Number.isFinite(days) ? Math.round(days) : null
}
