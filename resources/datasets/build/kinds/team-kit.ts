import type { Draft } from '../draft.ts'
import { demo } from '../headers.ts'
import { seededInt } from '../seeded.ts'
import { addMonths, STOCK_AS_OF } from './stores.ts'

/** A line of kit: item, unit, life in months (0 = no end), pieces for each ten people (at least one). */
type KitLine = readonly [item: string, unit: string, lifeMonths: number, perTen: number]

const EVERYBODY: readonly KitLine[] = [
  ['手持对讲机', '台', 0, 3],
  ['急救包', '个', 36, 1],
]

/** Kit by team type; teams of other types keep what everybody has. */
const BY_TYPE: Readonly<Record<string, readonly KitLine[]>> = {
  NFR: [
    ['正压式空气呼吸器', '具', 180, 10],
    ['气体检测仪', '台', 24, 1],
  ],
  GOV_FT: [
    ['正压式空气呼吸器', '具', 180, 8],
    ['气体检测仪', '台', 24, 1],
  ],
  ENT_FT: [
    ['重型防化服', '套', 60, 4],
    ['堵漏工具', '套', 0, 1],
  ],
  PROCESS: [['过滤式防毒面具滤毒罐', '个', 60, 20]],
  FLOOD: [
    ['救生衣', '件', 60, 10],
    ['抛投器', '套', 0, 1],
  ],
  SOCIAL: [
    ['救援绳索', '米', 60, 200],
    ['破拆工具', '套', 0, 1],
  ],
}

/** Adds the kit of every team; one line in about thirty is past its day or waits for inspection. */
export function addTeamKit(draft: Draft): void {
  for (const team of draft.tables.teams) {
    const lines = [...EVERYBODY, ...(BY_TYPE[String(team.type)] ?? [])]
    lines.forEach(([item, unit, lifeMonths, perTen], index) => {
      const id = `kit-${String(team.id)}-${index + 1}`
      const leftMonths = seededInt(`${id}#left`, 1, 30) === 1 ? -2 : seededInt(`${id}#age`, 2, Math.max(3, lifeMonths))
      draft.tables.team_kit.push({
        id,
        team_id: team.id,
        item_code: '',
        item,
        quantity: Math.max(1, Math.round((Number(team.personnel) * perTen) / 10)),
        unit,
        expires_on: lifeMonths === 0 ? '' : addMonths(STOCK_AS_OF, leftMonths, id),
        checked_on: addMonths(STOCK_AS_OF, -seededInt(`${id}#checked`, 1, 8), `${id}c`),
        status: seededInt(`${id}#status`, 1, 30) === 1 ? '待检' : '可用',
        ...demo('装备品名、数量、日期为演示'),
      })
    })
  }
}
