import type { Draft } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { offsetPoint } from '../geometry.ts'
import type { Point } from '../geometry.ts'
import { demo } from '../headers.ts'
import { placeInTown, placeNear, townNameAt } from '../placing.ts'
import { placeById } from '../region.ts'
import { cycle } from '../seeded.ts'
import { ENTERPRISES } from './enterprise-brigades.ts'
import { enterprisePoint } from './enterprises.ts'

/** plant slug, kind, UN, substance, tonnes, container. */
const TANKS: readonly (readonly [string, string, string, string, number, string])[] = [
  ['formosa', 'tank', '1005', '无水氨', 1200, 'fixedTank'],
  ['formosa', 'tank', '1093', '丙烯腈', 6000, 'fixedTank'],
  ['formosa', 'tank', '1017', '液氯', 180, 'fixedTank'],
  ['formosa', 'tank', '1086', '氯乙烯', 8000, 'fixedTank'],
  ['formosa', 'tank', '1114', '苯', 5000, 'fixedTank'],
  ['shawan', 'tank', '1307', '二甲苯', 9000, 'fixedTank'],
  ['kingfa', 'tank', '1077', '丙烯', 7000, 'fixedTank'],
  ['kingfa', 'tank', '1978', '丙烷', 16000, 'fixedTank'],
  ['yisheng', 'tank', '2789', '冰醋酸', 9000, 'fixedTank'],
  ['yisheng', 'tank', '1307', '对二甲苯', 20000, 'fixedTank'],
  ['keyuan', 'tank', '1280', '环氧丙烷', 1500, 'fixedTank'],
  ['keyuan', 'tank', '2055', '苯乙烯', 4000, 'fixedTank'],
  ['petrochina', 'tank', '1203', '汽油', 30000, 'fixedTank'],
  ['app', 'tank', '1017', '液氯', 20, 'tonCylinder'],
  ['zrcc', 'tank', '1267', '原油', 400000, 'fixedTank'],
  ['powerplant', 'tank', '1005', '无水氨', 90, 'fixedTank'],
  ['nbsteel', 'gas_holder', '1016', '煤气(一氧化碳)', 40, 'fixedTank'],
  ['geely', 'store', '3480', '锂离子电池', 60, 'unknown'],
]

/** name, kind, gazetteer place, UN, substance, tonnes, block. */
const OTHERS: readonly (readonly [string, string, string, string, string, number, string])[] = [
  ['浙江LNG接收站储罐', 'tank', 'P0040', '1972', '液化天然气', 480000, '峙北'],
  ['峙北片区液体化工罐组', 'tank', 'P0035', '1230', '甲醇', 12000, '峙北'],
  ['中宅码头后方堆场', 'yard', 'P0031', '1361', '煤(散装)', 90000, '峙北'],
  ['青峙液体化工码头', 'berth', 'P0056', '1093', '丙烯腈(装卸)', 3000, '青峙'],
  ['算山原油码头', 'berth', 'P0055', '1267', '原油(装卸)', 100000, ''],
  ['北仑危货集装箱堆场', 'yard', 'P0047', '1203', '危货箱(多品种)', 800, ''],
  ['穿山港区危货箱堆场', 'yard', 'P0051', '2078', '危货箱(多品种)', 600, ''],
  ['液化储气站一', 'lpg_station', 'P0120', '1075', '液化石油气', 200, ''],
  ['液化储气站二', 'lpg_station', 'P0024', '1075', '液化石油气', 160, ''],
]

const COLD_STORES = 21
const PETROL_STATIONS = 34
const PIPELINES = 9
const RESERVOIRS: readonly (readonly [kind: string, count: number])[] = [
  ['中型', 1],
  ['小(一)型', 7],
  ['小(二)型', 24],
]

/** Adds hazard sources: tanks in the three chemical blocks, LPG, cold stores, petrol stations, pipelines, reservoirs. */
export function addHazardSources(draft: Draft): void {
  addTanks(draft)
  addOthers(draft)
  addScattered(draft)
  addReservoirs(draft)
}

function add(
  draft: Draft,
  id: string,
  kind: string,
  name: string,
  point: Point,
  fields: Partial<{ block: string; un: string; substance: string; quantity: number; container: string; plant: string }>,
  source?: string,
): void {
  draft.tables.hazard_sources.push({
    id,
    name: `${name}(演示)`,
    kind,
    town: townNameAt(draft.region, point),
    lng: point[0],
    lat: point[1],
    block: fields.block ?? '',
    un: fields.un ?? '',
    substance: fields.substance ?? '',
    quantity_t: fields.quantity ?? '',
    container: fields.container ?? '',
    plant_id: fields.plant ?? '',
    phone: draft.contacts.landlineOf(id),
    ...demo('位置、品种、储量为演示，非重大危险源备案数据', source),
  })
}

function addTanks(draft: Draft): void {
  TANKS.forEach(([slug, kind, un, substance, quantity, container], index) => {
    const enterprise = ENTERPRISES.find((candidate) => candidate.slug === slug)
    if (enterprise === undefined) throw new Error(`危险源所属企业 ${slug} 不存在`)
    const point = offsetPoint(enterprisePoint(draft, enterprise), 60 + (index % 3) * 45, -40 - (index % 4) * 35)
    add(
      draft,
      `hazard-tank-${String(index + 1).padStart(2, '0')}`,
      kind,
      `${enterprise.plant}${substance}储存设施`,
      point,
      {
        block: enterprise.block,
        un,
        substance,
        quantity,
        container,
        plant: `plant-${slug}`,
      },
    )
  })
}

function addOthers(draft: Draft): void {
  OTHERS.forEach(([name, kind, place, un, substance, quantity, block], index) => {
    const container = kind === 'berth' ? 'ship' : kind === 'yard' ? 'unknown' : 'fixedTank'
    add(
      draft,
      `hazard-site-${String(index + 1).padStart(2, '0')}`,
      kind,
      name,
      placeById(draft.region, place).point,
      {
        block,
        un,
        substance,
        quantity,
        container,
      },
      kind === 'lpg_station' ? SOURCES.beilunPlan : undefined,
    )
  })
}

function addScattered(draft: Draft): void {
  const { towns } = draft.region
  for (let index = 0; index < COLD_STORES; index += 1) {
    const town = cycle(towns, index)
    const id = `hazard-cold-${String(index + 1).padStart(2, '0')}`
    add(
      draft,
      id,
      'cold_store',
      `${town.name}涉氨制冷企业${index + 1}`,
      placeInTown(draft.region, town, id, 1500),
      { un: '1005', substance: '氨(制冷)', quantity: 3 + (index % 7) * 2, container: 'fixedTank' },
      SOURCES.beilunPlan,
    )
  }
  for (let index = 0; index < PETROL_STATIONS; index += 1) {
    const town = cycle(towns, index)
    const id = `hazard-petrol-${String(index + 1).padStart(2, '0')}`
    add(
      draft,
      id,
      'petrol_station',
      `${town.name}加油站${index + 1}`,
      placeInTown(draft.region, town, id, 1800),
      { un: '1203', substance: '汽油', quantity: 60, container: 'fixedTank' },
      SOURCES.beilunPlan,
    )
  }
  for (let index = 0; index < PIPELINES; index += 1) {
    const anchor = cycle(['P0032', 'P0034', 'P0033', 'P0120', 'P0119'], index)
    const id = `hazard-pipeline-${index + 1}`
    const point = placeNear(draft.region, id, placeById(draft.region, anchor).point, {
      minM: 200,
      maxM: 1500,
      within: draft.region.outline,
    })
    add(
      draft,
      id,
      'pipeline',
      `油气管道${index + 1}阀室`,
      point,
      { un: index % 2 === 0 ? '1971' : '1267', substance: index % 2 === 0 ? '天然气' : '原油', container: 'pipeline' },
      SOURCES.beilunPlan,
    )
  }
}

function addReservoirs(draft: Draft): void {
  const anchors = ['P0142', 'P0143', 'P0017', 'P0018', 'P0023', 'P0028', 'P0026', 'P0015']
  let order = 0
  for (const [grade, count] of RESERVOIRS) {
    for (let index = 0; index < count; index += 1) {
      order += 1
      const id = `hazard-reservoir-${String(order).padStart(2, '0')}`
      const anchor = placeById(draft.region, cycle(anchors, order - 1))
      const isNamed = order <= 2
      const point = isNamed
        ? anchor.point
        : placeNear(draft.region, id, anchor.point, { minM: 300, maxM: 1600, within: draft.region.outline })
      add(
        draft,
        id,
        'reservoir',
        isNamed ? anchor.name : `${grade}水库${order}`,
        point,
        { substance: `${grade}水库` },
        SOURCES.beilunPlan,
      )
    }
  }
}
