import type { Draft } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { offsetPoint } from '../geometry.ts'
import type { Point } from '../geometry.ts'
import { demo } from '../headers.ts'
import { placeNear, townNameAt } from '../placing.ts'
import { placeById } from '../region.ts'

/** gazetteer place, surface, diameter m, obstacles. The one in 大榭 is a neighbour's; the third serves the forest area. */
const HELIPADS: readonly (readonly [
  name: string,
  place: string,
  eastM: number,
  northM: number,
  surface: string,
  diameterM: number,
  obstacles: string,
])[] = [
  ['北仑人民医院停机坪(示意)', 'P0179', 0, 0, '混凝土', 24, '西侧楼高30米'],
  ['梅山港停机坪(示意)', 'P0180', 0, 0, '混凝土', 40, '东侧岸桥'],
  ['塔峙林区临时起降点(演示)', 'P0017', 300, -200, '草地', 35, '北侧10千伏线路'],
]

/** name, kind, gazetteer place, m3, litres per second, usable by. */
const WATER: readonly (readonly [string, string, string, number, number, string])[] = [
  ['新路岙水库取水点', 'reservoir', 'P0143', 4000000, 200, '消防车;直升机'],
  ['瑞岩寺水库取水点', 'reservoir', 'P0142', 1200000, 200, '消防车;直升机'],
  ['九峰山引水上山蓄水池', 'hill_tank', 'P0136', 120, 10, '森林消防泵'],
  ['嘉溪引水上山蓄水池', 'hill_tank', 'P0018', 80, 8, '森林消防泵'],
  ['河头引水上山蓄水池', 'hill_tank', 'P0023', 100, 8, '森林消防泵'],
  ['太白山引水上山蓄水池', 'hill_tank', 'P0017', 150, 10, '森林消防泵'],
  ['上阳引水上山蓄水池', 'hill_tank', 'P0028', 60, 6, '森林消防泵'],
  ['三山引水上山蓄水池', 'hill_tank', 'P0026', 60, 6, '森林消防泵'],
  ['岩河取水码头', 'river', 'P0116', 0, 120, '消防车;远程供水'],
  ['泰河取水码头', 'river', 'P0118', 0, 120, '消防车;远程供水'],
  ['小浃江取水码头', 'river', 'P0015', 0, 120, '消防车;远程供水'],
  ['芦江河取水码头', 'river', 'P0006', 0, 100, '消防车;远程供水'],
  ['青峙园区消防水池', 'fire_tank', 'P0032', 6000, 300, '消防车;远程供水'],
  ['台塑园区消防水池', 'fire_tank', 'P0034', 8000, 400, '消防车;远程供水'],
  ['峙北海水取水点', 'sea', 'P0031', 0, 400, '远程供水'],
  ['霞浦互通市政消火栓群', 'hydrant', 'P0119', 0, 40, '消防车'],
  ['中河路市政消火栓群', 'hydrant', 'P0117', 0, 40, '消防车'],
]

/** name, kind, gazetteer place, owner, bearing, view m. */
const CAMERAS: readonly (readonly [string, string, string, string, number, number])[] = [
  ['霞浦互通监控', 'road', 'P0119', '交警', 90, 400],
  ['柴桥互通监控', 'road', 'P0006', '交警', 270, 400],
  ['大碶城区监控', 'road', 'P0115', '公安', 180, 250],
  ['中河路口监控', 'road', 'P0117', '公安', 0, 250],
  ['青峙园区高空监控', 'high', 'P0032', '园区', 135, 3000],
  ['台塑园区高空监控', 'high', 'P0034', '园区', 225, 3000],
  ['九峰山林火监控', 'forest', 'P0136', '自然资源', 150, 5000],
  ['太白山林火监控', 'forest', 'P0137', '自然资源', 60, 5000],
  ['新路岙水库监控', 'water', 'P0143', '水利', 20, 800],
  ['瑞岩寺水库监控', 'water', 'P0142', '水利', 20, 800],
  ['北仑港区高空监控', 'port', 'P0047', '港口', 0, 3000],
  ['梅山大桥监控', 'road', 'P0128', '交通', 0, 600],
]

/** Adds landing places, water points and cameras. */
export function addSupportPoints(draft: Draft): void {
  HELIPADS.forEach(([name, place, eastM, northM, surface, diameterM, obstacles], index) => {
    const point = offsetPoint(placeById(draft.region, place).point, eastM, northM)
    draft.tables.helipads.push({
      ...head(draft, `helipad-${index + 1}`, name, 'temporary', point),
      surface,
      diameter_m: diameterM,
      obstacles,
      status: 'usable',
      ...demo('2025年不少于3处为规划数；位置、条件为演示', SOURCES.beilunPlan),
    })
  })
  WATER.forEach(([name, kind, place, capacity, flow, usableBy], index) => {
    const id = `water-${String(index + 1).padStart(2, '0')}`
    draft.tables.water_points.push({
      ...head(draft, id, `${name}(演示)`, kind, near(draft, id, place)),
      volume_m3: capacity === 0 ? '' : capacity,
      flow_ls: flow,
      usable_by: usableBy,
      status: 'usable',
      ...demo('取水点为演示'),
    })
  })
  CAMERAS.forEach(([name, kind, place, owner, bearing, view], index) => {
    const id = `camera-${String(index + 1).padStart(2, '0')}`
    draft.tables.cameras.push({
      ...head(draft, id, `${name}(演示)`, kind, near(draft, id, place)),
      owner,
      bearing_deg: bearing,
      view_m: view,
      status: 'online',
      ...demo('监控点为演示，无视频源'),
    })
  })
}

function near(draft: Draft, id: string, place: string): Point {
  return placeNear(draft.region, id, placeById(draft.region, place).point, {
    minM: 10,
    maxM: 200,
    within: draft.region.outline,
  })
}

function head(
  draft: Draft,
  id: string,
  name: string,
  kind: string,
  point: Point,
): { id: string; name: string; kind: string; town: string; lng: number; lat: number } {
  return { id, name, kind, town: townNameAt(draft.region, point), lng: point[0], lat: point[1] }
}
