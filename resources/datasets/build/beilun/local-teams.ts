import type { Draft } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { demo } from '../headers.ts'
import { addTeam } from '../kinds/teams.ts'
import type { ModelKey } from '../kinds/vehicle-models.ts'
import { placeAtSeat, placeInTown } from '../placing.ts'
import { elementAt } from '../seeded.ts'
import type { Town } from '../region.ts'
import { townNamed } from '../region.ts'

/** Flood teams by street; they sum to the 31 of the 2021 plan. Hill and shore streets have more. */
const FLOOD_TEAMS: Readonly<Record<string, number>> = {
  新碶街道: 4,
  小港街道: 3,
  大碶街道: 5,
  柴桥街道: 5,
  霞浦街道: 3,
  戚家山街道: 1,
  春晓街道: 3,
  梅山街道: 2,
  白峰街道: 3,
  郭巨街道: 2,
}

const FLOOD_KITS: readonly (readonly [string, readonly ModelKey[], string])[] = [
  ['综合抢险', ['pump1000', 'boat', 'repair'], 'ROAD_CLEAR:1'],
  ['排涝', ['pumpTrailer', 'generatorSmall'], 'LIGHT:1'],
  ['水上救援', ['boat', 'rubberBoat'], 'WATER_RESCUE:1'],
  ['堤塘抢护', ['dozer', 'pumpTrailer'], 'ROAD_CLEAR:1'],
  ['转移护送', ['rubberBoat', 'troopTruck'], 'SHELTER:1'],
]

/** name, street, class, [people, on duty], vehicles, capabilities. */
const SOCIAL_TEAMS: readonly (readonly [
  string,
  string,
  string,
  readonly [number, number],
  readonly ModelKey[],
  string,
])[] = [
  ['山地救援队', '大碶街道', 'mountain', [28, 8], ['repair'], 'ROPE:2;SEARCH_USAR:1'],
  ['水上救援队', '梅山街道', 'water', [24, 8], ['boat', 'rubberBoat'], 'WATER_RESCUE:1'],
  ['潜水救援队', '新碶街道', 'dive', [12, 4], ['rubberBoat'], 'DIVE:1'],
  ['应急医疗救护队', '新碶街道', 'medical', [20, 6], ['repair'], 'MED_TRIAGE:1;PSY:1'],
  ['建筑搜救队', '小港街道', 'usar', [26, 8], ['rescueLight'], 'SEARCH_USAR:1;LIGHT:1'],
  ['无线电通信志愿队', '柴桥街道', 'comms', [14, 4], ['commsCar'], ''],
  ['民生服务与安置队', '白峰街道', 'relief', [30, 8], ['troopTruck'], 'SHELTER:2;PSY:1'],
]

const HILL_STREETS = ['大碶街道', '柴桥街道', '白峰街道', '郭巨街道', '春晓街道', '小港街道']

/** Adds the teams of the streets and villages: flood, social, comprehensive, forest, village and micro stations. */
export function addLocalTeams(draft: Draft): void {
  for (const town of draft.region.towns) {
    addFloodTeams(draft, town)
    addStreetTeams(draft, town)
    addMicroStations(draft, town)
  }
  addSocialTeams(draft)
  addVillageTeams(draft)
}

function addFloodTeams(draft: Draft, town: Town): void {
  const count = FLOOD_TEAMS[town.name] ?? 0
  for (let index = 0; index < count; index += 1) {
    const id = `flood-${town.slug}-${index + 1}`
    const [kit, vehicles, extra] = elementAt(FLOOD_KITS, index % FLOOD_KITS.length, '防汛队装备')
    addTeam(draft, {
      id,
      name: `${town.name}防汛抢险救援${kit}队(演示${index + 1})`,
      type: 'FLOOD',
      tier: 'street',
      town: town.name,
      point: placeInTown(draft.region, town, id, 1200),
      personnel: 18 + index * 4,
      onDuty: 8 + index,
      turnoutS: 180,
      vehicles,
      extra,
      class: kit,
      inRepair: index === 3 ? [1] : [],
      parentId: `org-street-${town.slug}`,
      evidence: demo('全区31支为规划数；队名、驻地、装备为演示', SOURCES.beilunPlan),
    })
  }
}

function addStreetTeams(draft: Draft, town: Town): void {
  const isHill = HILL_STREETS.includes(town.name)
  addTeam(draft, {
    id: `street-${town.slug}`,
    name: `${town.name}综合应急救援队(演示)`,
    type: 'STREET',
    tier: 'street',
    town: town.name,
    point: placeAtSeat(draft.region, town, `street-${town.slug}`),
    personnel: 22,
    onDuty: 8,
    turnoutS: 120,
    vehicles: ['repair', 'pumpTrailer'],
    extra: 'SHELTER:2;ROAD_CLEAR:1;LIGHT:1',
    parentId: `org-street-${town.slug}`,
  })
  if (!isHill || town.name === '大碶街道') return
  addTeam(draft, {
    id: `forest-${town.slug}`,
    name: `${town.name}半专业森林消防队(演示)`,
    type: 'PRO',
    tier: 'street',
    town: town.name,
    point: placeInTown(draft.region, town, `forest-${town.slug}`),
    personnel: 24,
    onDuty: 10,
    turnoutS: 180,
    vehicles: ['forestTruck', 'forestTruck'],
    extra: '',
    class: 'forest',
    parentId: `org-street-${town.slug}`,
  })
}

function addMicroStations(draft: Draft, town: Town): void {
  const communities = draft.villages
    .filter((placed) => placed.town.code === town.code && placed.village.isCommunity)
    .slice(0, 3)
  for (const { village, point } of communities) {
    addTeam(draft, {
      id: `micro-${village.code}`,
      name: `${village.name}微型消防站(演示)`,
      type: 'MICRO',
      tier: 'street',
      town: town.name,
      point: [point[0] + 0.0003, point[1]],
      personnel: 6,
      onDuty: 3,
      turnoutS: 60,
      extra: 'SHELTER:1',
      parentId: `org-street-${town.slug}`,
      evidence: demo('微型消防站：三分钟内到场、初期处置与疏散引导，不计入消防车组；为演示'),
    })
  }
}

function addSocialTeams(draft: Draft): void {
  SOCIAL_TEAMS.forEach(([name, townName, kind, [personnel, onDuty], vehicles, extra], index) => {
    const id = `social-${index + 1}`
    addTeam(draft, {
      id,
      name: `${name}(社会力量·演示)`,
      type: 'SOCIAL',
      tier: 'district',
      town: townName,
      class: kind,
      point: placeInTown(draft.region, townNamed(draft.region, townName), id),
      personnel,
      onDuty,
      turnoutS: 900,
      vehicles,
      extra,
      authority: 'notify',
      parentId: 'org-emergency',
      evidence: demo('全区7支为规划数；队名、驻地、能力为演示；不单独使用，不进入重危区', SOURCES.beilunPlan),
    })
  })
}

function addVillageTeams(draft: Draft): void {
  for (const { village, town, point } of draft.villages.filter((placed) => placed.isHill)) {
    addTeam(draft, {
      id: `village-${village.code}`,
      name: `${village.name}应急救援小组(演示)`,
      type: 'VILLAGE',
      tier: 'street',
      town: town.name,
      point: [point[0], point[1] + 0.0003],
      personnel: 10,
      onDuty: 5,
      turnoutS: 180,
      extra: 'SHELTER:1',
      parentId: `org-street-${town.slug}`,
    })
  }
}
