import type { Draft, PlacedVillage } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { offsetPoint } from '../geometry.ts'
import type { Point } from '../geometry.ts'
import { demo } from '../headers.ts'
import { addPopulationPoint, addResidents, addTransferPoints } from '../kinds/population.ts'
import { addFloodValleys, addGeologicalAreas, addLowPoints } from '../kinds/risk-areas.ts'
import type { RiskArea } from '../kinds/risk-areas.ts'
import { placeNear } from '../placing.ts'
import { placeById, townNamed } from '../region.ts'
import { cycle, seededInt, splitWhole } from '../seeded.ts'

/** Figures of the 2021 plan: 40 areas, 29 low points, 3 148 people on the list. */
const GEO_AREAS = 40
const FLASH_VALLEYS = 36
const LOW_POINTS = 29
const GEO_PEOPLE = 587
const FLASH_PEOPLE = 2497
const UNCATEGORISED = [19, 17, 16, 12]

/** Where low points of the plain are put: street, gazetteer place, how many. */
const LOW_POINT_ANCHORS: readonly (readonly [town: string, place: string, count: number, name: string])[] = [
  ['新碶街道', 'P0117', 6, '中河路片区易涝点'],
  ['新碶街道', 'P0118', 4, '长江路片区易涝点'],
  ['大碶街道', 'P0115', 5, '大碶站片区易涝点'],
  ['大碶街道', 'P0120', 2, '邬隘片区易涝点'],
  ['小港街道', 'P0014', 4, '下邵片区易涝点'],
  ['小港街道', 'P0003', 2, '小港片区易涝点'],
  ['霞浦街道', 'P0119', 2, '霞浦站片区易涝点'],
  ['柴桥街道', 'P0006', 2, '柴桥老街片区易涝点'],
  ['春晓街道', 'P0009', 1, '春晓片区易涝点'],
  ['白峰街道', 'P0007', 1, '白峰片区易涝点'],
]

/** Adds the risk areas first, because shelters and population points depend on them. */
export function addRiskAreas(draft: Draft): void {
  const hills = draft.villages.filter((placed) => placed.isHill)
  const weights = (count: number, key: string): number[] =>
    Array.from({ length: count }, (_, index) => seededInt(`${key}${index}`, 4, 14))
  addGeologicalAreas(draft, 'bl', { villages: hills, people: splitWhole(GEO_PEOPLE, weights(GEO_AREAS, 'geo')) })
  addFloodValleys(draft, 'bl', {
    villages: [...hills].reverse(),
    people: splitWhole(FLASH_PEOPLE, weights(FLASH_VALLEYS, 'flash')),
  })
  const points = LOW_POINT_ANCHORS.flatMap(([town, place, count, name]) =>
    Array.from({ length: count }, (_, index): [string, string, Point] => {
      const rule = { minM: 80, maxM: 900, within: townNamed(draft.region, town).area, roadWithinM: 250 }
      return [
        `${name}${index + 1}`,
        town,
        placeNear(draft.region, `low-${town}-${place}-${index}`, placeById(draft.region, place).point, rule),
      ]
    }),
  )
  addLowPoints(draft, 'bl', points.slice(0, LOW_POINTS))
}

/** Adds the transfer list, the residents of every village and the visitors and hamlets that the exercises need. */
export function addPopulation(draft: Draft): void {
  const villageOf = (area: RiskArea): PlacedVillage => {
    const found = draft.villages.find(({ village }) => village.code === area.villageCode)
    if (found === undefined) throw new Error(`${area.id} 没有所属村`)
    return found
  }
  addTransferPoints(draft, SOURCES.beilunPlan, villageOf)
  const hills = draft.villages.filter((placed) => placed.isHill)
  UNCATEGORISED.forEach((people, index) => {
    const placed = cycle(hills, index * 9 + 2)
    addPopulationPoint(draft, {
      id: `pop-bl-unspecified-${index + 1}`,
      name: `${placed.town.name}${placed.village.name}未注明原因转移人员`,
      placed,
      point: offsetPoint(placed.point, 40, -25),
      people,
      peopleNight: people,
      hazard: 'unspecified',
      list: 'transfer',
      code: '黄',
      evidence: demo('名单3148人减地质587人、山洪2497人，余64人原因未注明；分点为演示', SOURCES.beilunPlan),
    })
  })
  addResidents(draft, { village: [420, 2400], community: [1800, 6800] })
  addExerciseGroups(draft)
}

/** Two hamlets of 140 people and 300 visitors south-east of the 九峰山 slope used in forest-fire exercises. */
function addExerciseGroups(draft: Draft): void {
  const slope: Point = [121.89, 29.815]
  const groups: readonly (readonly [string, string, number, number, number, number, 'resident' | 'visitor'])[] = [
    ['pop-hamlet-1', '九峰山东南坡自然村一', 800, -850, 84, 84, 'resident'],
    ['pop-hamlet-2', '九峰山东南坡自然村二', 900, -760, 56, 56, 'resident'],
    ['pop-visitors-jiufeng', '九峰山步道游客', 250, -180, 300, 0, 'visitor'],
  ]
  const placed = draft.villages.find(({ town, village }) => town.name === '柴桥街道' && village.name === '四合村')
  if (placed === undefined) throw new Error('柴桥街道没有四合村')
  for (const [id, name, eastM, northM, people, peopleNight, list] of groups) {
    addPopulationPoint(draft, {
      id,
      name: `${name}(演示)`,
      placed,
      point: offsetPoint(slope, eastM, northM),
      people,
      peopleNight,
      hazard: '',
      list,
      code: '',
      evidence: demo('森林火灾演练用人群；不属于转移名单'),
    })
  }
}
