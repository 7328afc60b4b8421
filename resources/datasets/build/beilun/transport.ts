import type { Draft } from '../draft.ts'
import { offsetPoint } from '../geometry.ts'
import type { Point } from '../geometry.ts'
import { demo } from '../headers.ts'
import { townNameAt } from '../placing.ts'
import { placeById } from '../region.ts'
import { ENTERPRISES } from './enterprise-brigades.ts'
import { enterprisePoint } from './enterprises.ts'

/** name, kind, gazetteer place, seats, count, green pass. */
const CARRIERS: readonly (readonly [string, string, string, number, number, 0 | 1])[] = [
  ['北仑客运中心大客车', 'bus', 'P0122', 45, 24, 1],
  ['公交新碶停车场公交车', 'bus', 'P0117', 40, 30, 1],
  ['公交柴桥停车场公交车', 'bus', 'P0006', 40, 16, 1],
  ['公交小港停车场公交车', 'bus', 'P0003', 40, 14, 1],
  ['公交春晓首末站公交车', 'bus', 'P0009', 40, 10, 1],
  ['白峰公交首末站公交车', 'bus', 'P0007', 40, 8, 1],
  ['郭巨公交首末站公交车', 'bus', 'P0008', 30, 6, 1],
  ['梅山公交首末站公交车', 'bus', 'P0010', 30, 6, 1],
  ['学校校车(大碶片)', 'bus', 'P0002', 36, 10, 0],
  ['无障碍转运车', 'bus', 'P0116', 6, 6, 1],
  ['厢式货车(物资)', 'lorry', 'P0044', 2, 20, 1],
  ['平板货车(机械)', 'lorry', 'P0122', 2, 6, 1],
  ['冷藏车', 'lorry', 'P0043', 2, 4, 1],
  ['油料补给车', 'lorry', 'P0120', 2, 2, 1],
  ['农用皮卡(山区道路)', 'lorry', 'P0022', 5, 18, 0],
  ['农用皮卡(白峰郭巨)', 'lorry', 'P0028', 5, 12, 0],
  ['冲锋舟(街道储备)', 'boat', 'P0059', 10, 8, 1],
  ['渔船(应急征用名录)', 'boat', 'P0059', 12, 10, 0],
  ['白峰轮渡', 'ferry', 'P0059', 260, 2, 1],
  ['港区拖轮', 'boat', 'P0047', 12, 4, 1],
]

/** plate, UN number, cargo, tonnes, filled by, from, to. */
const TRIPS: readonly (readonly [string, string, string, number, string, string, string])[] = [
  ['浙B·D1005演', '1005', '无水氨', 25, 'plant-formosa', '霞浦化工片区', '北仑电厂'],
  ['浙B·D1075演', '1075', '液化石油气', 22, 'plant-kingfa', '青峙化工园区', '台州方向'],
  ['浙B·D1077演', '1077', '丙烯', 23, 'plant-kingfa', '青峙化工园区', '霞浦化工片区'],
  ['浙B·D1017演', '1017', '液氯', 18, 'plant-formosa', '霞浦化工片区', '镇海'],
  ['浙B·D1230演', '1230', '甲醇', 28, 'plant-keyuan', '青峙化工园区', '余姚'],
  ['浙B·D1203演', '1203', '汽油', 30, 'plant-petrochina', '青峙油库', '春晓'],
  ['浙B·D1093演', '1093', '丙烯腈', 26, 'plant-formosa', '霞浦化工片区', '宁波石化经济技术开发区'],
  ['浙B·D2055演', '2055', '苯乙烯', 28, 'plant-keyuan', '青峙化工园区', '慈溪'],
  ['浙B·D1972演', '1972', '液化天然气', 20, 'plant-shawan', '峙北片区', '大碶'],
  ['浙B·D1789演', '1789', '盐酸', 24, 'plant-formosa', '霞浦化工片区', '小港'],
  ['浙B·D2789演', '2789', '冰醋酸', 27, 'plant-yisheng', '青峙化工园区', '镇海'],
  ['浙B·D1824演', '1824', '氢氧化钠溶液', 30, 'plant-app', '青峙化工园区', '霞浦化工片区'],
]

/** plant, kind, place within the plant, people, from, to. */
const PERMITS: readonly (readonly [string, string, string, number, string, string])[] = [
  ['formosa', 'hot_work', '聚丙烯装置管廊', 6, '2026-07-14T08:00:00+08:00', '2026-07-14T17:00:00+08:00'],
  ['formosa', 'confined_space', '中间罐区V-203', 4, '2026-07-14T13:00:00+08:00', '2026-07-14T16:00:00+08:00'],
  ['kingfa', 'hot_work', '丙烷脱氢装置检修平台', 5, '2026-07-14T08:30:00+08:00', '2026-07-14T16:30:00+08:00'],
  ['yisheng', 'confined_space', '醋酸储罐清理', 4, '2026-07-14T09:00:00+08:00', '2026-07-14T15:00:00+08:00'],
  ['keyuan', 'hot_work', '装卸栈台', 3, '2026-07-15T08:00:00+08:00', '2026-07-15T12:00:00+08:00'],
  ['nbsteel', 'confined_space', '煤气柜底部人孔', 5, '2026-07-14T08:00:00+08:00', '2026-07-14T18:00:00+08:00'],
  ['powerplant', 'hot_work', '氨区管线阀组', 4, '2026-07-14T09:00:00+08:00', '2026-07-14T11:30:00+08:00'],
  ['samsung', 'hot_work', '分段焊接三号平台', 24, '2026-07-14T07:30:00+08:00', '2026-07-14T19:30:00+08:00'],
]

/** Adds carriers, tanker trips and the permits of plants for dangerous work. */
export function addTransport(draft: Draft): void {
  CARRIERS.forEach(([name, kind, placeId, seats, count, greenPass], index) => {
    const id = `carrier-${String(index + 1).padStart(2, '0')}`
    const point =
      kind === 'bus' || kind === 'lorry'
        ? offsetPoint(placeById(draft.region, placeId).point, 90, -60)
        : placeById(draft.region, placeId).point
    draft.tables.carriers.push({
      id,
      name: `${name}(演示)`,
      kind,
      town: townNameAt(draft.region, point),
      lng: point[0],
      lat: point[1],
      seats,
      count,
      phone: draft.contacts.landlineOf(id),
      green_pass: greenPass,
      ...demo('运力名录为演示'),
    })
  })
  TRIPS.forEach(([plate, un, cargo, quantity, filledBy, from, to], index) => {
    const id = `trip-${String(index + 1).padStart(2, '0')}`
    draft.tables.tanker_trips.push({
      id,
      plate,
      carrier: `危货运输企业${index % 5 === 0 ? '甲' : index % 2 === 0 ? '乙' : '丙'}(演示)`,
      un,
      cargo,
      quantity_t: quantity,
      filled_by: filledBy,
      from,
      to,
      started_at: `2026-07-14T${String(8 + (index % 6)).padStart(2, '0')}:${String((index * 7) % 60).padStart(2, '0')}:00+08:00`,
      phone: draft.contacts.landlineOf(id),
      ...demo('车牌、承运、装载均为演示'),
    })
  })
  PERMITS.forEach(([slug, kind, place, people, from, to], index) => {
    const point = permitPoint(draft, slug, index)
    draft.tables.work_permits.push({
      id: `permit-${String(index + 1).padStart(2, '0')}`,
      plant_id: `plant-${slug}`,
      kind,
      place,
      lng: point[0],
      lat: point[1],
      people,
      from,
      to,
      ...demo('作业票为演示'),
    })
  })
}

function permitPoint(draft: Draft, slug: string, index: number): Point {
  const enterprise = ENTERPRISES.find((candidate) => candidate.slug === slug)
  if (enterprise === undefined) throw new Error(`作业票所属企业 ${slug} 不存在`)
  return offsetPoint(enterprisePoint(draft, enterprise), 40 - index * 11, index * 9 - 30)
}
