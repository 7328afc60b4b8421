import type { WriteDb } from '#electron/core/db/db-types.ts'
import { createChance } from '#shared/kernel/chance.ts'

type Chance = () => number

const SURNAMES = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕虞贺')
const GIVEN = Array.from('伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂建国华志海波宁文斌辉玲鹏飞凯瑞晨浩宇')
const TOWNS = [
  '新碶街道',
  '小港街道',
  '大碶街道',
  '霞浦街道',
  '柴桥街道',
  '戚家山街道',
  '春晓街道',
  '梅山街道',
  '郭巨街道',
  '白峰街道',
]
const VILLAGES = Array.from('大石孔墅杨河山陈华上阳湖塘洪溪沿海岭下东岙新浦四合横杨紫石河头后所嘉溪沃门穿山')
const TRADES = [
  '化工',
  '石化',
  '钢铁',
  '纺织',
  '模具',
  '水产',
  '物流',
  '造纸',
  '电子',
  '建材',
  '机械',
  '食品',
  '塑料',
  '港务',
]
const TEAMS = [
  '应急救援队',
  '微型消防站',
  '防汛抢险队',
  '志愿者服务队',
  '专职消防队',
  '工程抢险队',
  '医疗救护队',
  '水上救援队',
]
const VEHICLES = [
  '水罐消防车',
  '泡沫消防车',
  '洗消消防车',
  '抢险救援车',
  '照明车',
  '排涝泵车',
  '救护车',
  '装载机',
  '发电车',
  '客车',
]
const VEHICLE_KINDS = ['TANKER', 'FOAM', 'DECON', 'RESCUE', 'LIGHT', 'PUMP', 'AMB', 'DOZER', 'GEN', 'BUS']
const ITEMS = [
  '救灾帐篷',
  '饮用水',
  '方便食品',
  '棉被',
  '雨衣',
  '编织袋',
  '铁锹',
  '水泵',
  '发电机',
  '堵漏工具组',
  '空气呼吸器',
  '担架',
  '防化服',
  '救生衣',
  '应急灯',
  '手提喊话器',
]
const PLACE_ENDS = ['有限公司', '厂', '园区', '码头', '小学']
const CARGO = [
  ['1005', '无水氨'],
  ['1017', '液氯'],
  ['1075', '液化石油气'],
  ['1203', '汽油'],
  ['1830', '硫酸'],
  ['1093', '丙烯腈'],
] as const

/** A library alone, without the cards and substances of the program. */
export const NOTHING_SHIPPED = { handbook: () => ({ entries: [] }), actionCards: () => [] } as const

/** Rows of a synthetic library by table, as shares of the whole. */
const SHARES = {
  people: 0.3,
  vehicles: 0.2,
  stock: 0.22,
  population_points: 0.1,
  places: 0.1,
  teams: 0.04,
  tanker_trips: 0.04,
}

/**
 * Fills the tables of a library with that many records of names, telephones and plates as they are met in Zhejiang; the
 * same number gives the same rows.
 */
export function fillLibrary(db: WriteDb, records: number): void {
  const chance = createChance(20_261_122)
  const count = (table: keyof typeof SHARES): number => Math.round(records * SHARES[table])
  const stores = Math.max(1, Math.round(records / 2500))
  db.transaction(() => {
    fill(db, 'teams', count('teams'), () => ({
      ...{
        name: `${village(chance)}${pick(chance, TEAMS)}`,
        type: 'VILLAGE',
        tier: 'street',
        town: pick(chance, TOWNS),
      },
      ...{ phone: phone(chance), capabilities: 'LIGHT:1;HAZ_PLUG:1' },
    }))
    fill(db, 'vehicles', count('vehicles'), () => {
      const at = whole(chance, 0, VEHICLES.length - 1)
      const team = `teams${whole(chance, 0, count('teams') - 1)}`
      return { team_id: team, kind: VEHICLE_KINDS[at] ?? '', name: VEHICLES[at] ?? '', plate: plate(chance) }
    })
    fill(db, 'people', count('people'), () => ({
      ...{ name: person(chance), organisation: `${pick(chance, TOWNS)}${village(chance)}`, post: '网格员' },
      ...{ phone: phone(chance) },
    }))
    fill(db, 'stores', stores, () => ({
      ...{ name: `${village(chance)}应急物资储备点`, tier: 'village', town: pick(chance, TOWNS) },
      ...{ keeper: person(chance), phone: phone(chance) },
    }))
    fill(db, 'stock', count('stock'), (at) => ({
      ...{ store_id: `stores${at % stores}`, item_code: 'ITEM', item: pick(chance, ITEMS), unit: '件', status: '在库' },
    }))
    fill(db, 'population_points', count('population_points'), () => ({
      ...{ name: `${village(chance)}${whole(chance, 1, 20)}组`, town: pick(chance, TOWNS), hazard: 'geo_hazard' },
      ...{ person_in_charge: person(chance), phone: phone(chance), list: 'transfer' },
    }))
    fill(db, 'places', count('places'), () => ({
      name: `${village(chance)}${pick(chance, TRADES)}${pick(chance, PLACE_ENDS)}`,
      ...{ kind: 'industrial', town: pick(chance, TOWNS) },
    }))
    fill(db, 'tanker_trips', count('tanker_trips'), (at) => {
      const [un, cargo] = CARGO[at % CARGO.length] ?? CARGO[0]
      return { plate: plate(chance), carrier: `${village(chance)}运输`, un, cargo, phone: phone(chance) }
    })
  })()
}

/** What stands at the end of most rows of the shipped data set. */
const NOTE = { note: '名称为示意；位置、人数、电话均为演示，上线前须替换' }

/** Columns that are not given are empty. */
function fill(db: WriteDb, table: string, count: number, row: (at: number) => Record<string, string>): void {
  const columns = db.prepare<[], { name: string; type: string; notnull: number }>(`PRAGMA table_info(${table})`).all()
  const key = columns[0]?.name ?? 'id'
  const insert = db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`)
  for (let at = 0; at < count; at += 1) {
    const given: Record<string, string> = {
      [key]: `${table}${at}`,
      source: '演示数据（本项目编制）',
      ...NOTE,
      ...row(at),
    }
    insert.run(
      ...columns.map(({ name, type, notnull }) => given[name] ?? (notnull === 0 ? null : type === 'TEXT' ? '' : 1)),
    )
  }
}

/** Texts as they are typed in: every way of asking, in the share they are expected, plus what is rare and what is not there. */
export function queriesFor(count: number): string[] {
  const chance = createChance(7)
  const ways: (() => string)[] = [
    () => pick(chance, [...SURNAMES, ...VILLAGES]),
    () => person(chance),
    () => pick(chance, TOWNS).slice(0, 2),
    () => `${pick(chance, TOWNS).slice(0, 2)} ${pick(chance, VEHICLES)}`,
    () => `${village(chance)}${pick(chance, TEAMS)}`,
    () => pick(chance, ['xiapu', 'xinqi', 'daqijiedao', 'jiuyuan', 'xixiao', 'wangwei', 'chaiqiao', 'fangxun']),
    () => pick(chance, ['xp', 'xq', 'wxxfz', 'yjjyd', 'dlgj', 'zw', 'hz堵漏', 'xp xxc', 'x', 'fhf']),
    () =>
      phone(chance)
        .slice(whole(chance, 0, 5))
        .slice(0, whole(chance, 4, 8)),
    () => phone(chance),
    () => plate(chance),
    () => plate(chance).slice(2, 6),
    () => pick(chance, ['1005', 'UN1017', 'un1203', '1830']),
    () => `vehicles${whole(chance, 0, 90_000)}`,
    () => pick(chance, ['不存在的单位', '饕餮', 'zzzqqq', '99999999999', '浙Z00000', '洗消 饕餮', '街道 码头 汽油']),
    () => pick(chance, ITEMS),
    () => `${pick(chance, SURNAMES)} ${pick(chance, TOWNS)}`,
  ]
  return Array.from({ length: count }, (_, at) => ways[at % ways.length]?.() ?? '')
}

function person(chance: Chance): string {
  return `${pick(chance, SURNAMES)}${pick(chance, GIVEN)}${whole(chance, 0, 3) === 0 ? '' : pick(chance, GIVEN)}`
}

function village(chance: Chance): string {
  return `${pick(chance, VILLAGES)}${pick(chance, VILLAGES)}${pick(chance, ['村', '社区', '', ''])}`
}

function phone(chance: Chance): string {
  const isMobile = whole(chance, 0, 4) > 0
  const tail = String(whole(chance, 0, 99_999_999)).padStart(8, '0')
  return isMobile ? `${pick(chance, ['138', '139', '135', '158', '187', '198'])}${tail}` : `0574-86${tail.slice(2)}`
}

function plate(chance: Chance): string {
  const letters = Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789')
  return `浙B·${pick(chance, letters)}${String(whole(chance, 0, 9999)).padStart(4, '0')}`
}

function whole(chance: Chance, low: number, high: number): number {
  return low + Math.floor(chance() * (high - low + 1))
}

function pick(chance: Chance, items: readonly string[]): string {
  return items[whole(chance, 0, items.length - 1)] ?? ''
}
