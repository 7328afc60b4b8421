import { SOURCES } from '../evidence.ts'
import { Contacts } from '../contacts.ts'
import { emptyTables, placeVillages } from '../draft.ts'
import type { Draft } from '../draft.ts'
import { offsetPoint } from '../geometry.ts'
import { demo } from '../headers.ts'
import { commonSources, conflictIn } from '../kinds/dataset-info.ts'
import type { DatasetInfo } from '../kinds/dataset-info.ts'
import { addExperts } from '../kinds/experts.ts'
import { addHospitals } from '../kinds/hospitals.ts'
import { addPlaces } from '../kinds/places.ts'
import { addResidents } from '../kinds/population.ts'
import { addPostsAndRoster } from '../kinds/rosters.ts'
import { addShelter } from '../kinds/shelters.ts'
import { addEvacuees, addShelterZones } from '../kinds/shelter-people.ts'
import { addStores } from '../kinds/stores.ts'
import { addOrganisations } from '../beilun/organisations.ts'
import { placeAtSeat, townNameAt } from '../placing.ts'
import { addTeamKit } from '../kinds/team-kit.ts'
import { placeById, readRegion } from '../region.ts'
import { seededInt } from '../seeded.ts'
import type { SourceFolder } from '../source-folder.ts'
import { CIXI, CIXI_VILLAGES } from './region-spec.ts'
import { addCixiTeams } from './teams.ts'

const HOSPITALS: Parameters<typeof addHospitals>[1] = [
  ['P0203', 1400, 1, 1, 1],
  ['P0202', 600, 0, 0, 0],
  ['P0204', 500, 0, 0, 0],
  ['P0201', 480, 0, 0, 1],
  ['P0205', 700, 1, 0, 1],
  ['P0206', 400, 0, 0, 0],
  ['P0207', 90, 0, 0, 0],
  ['P0209', 200, 0, 0, 0],
  ['P0210', 120, 0, 0, 0],
]

const NEAR_M = 15_000

/** The head of the Cixi data set. */
export const CIXI_INFO: DatasetInfo = {
  schema: 'dataset/1',
  id: 'cixi',
  name: '慈溪市演示数据集',
  region: '浙江省慈溪市',
  asOf: '2026-07-01',
  isDemo: true,
  sources: commonSources(SOURCES.cixiPlan),
  conflicts: [
    conflictIn(
      SOURCES.cixiPlan,
      'shelters-2025',
      '避灾安置场所规范化目标',
      '两个数字都保留，由使用者选定并注明依据，不取平均',
      [
        ['100 %', '避灾安置场所规范化建设率达到 100%，可视化率达到 100%'],
        ['90 %', '避灾安置场所规范化建设率 90%(指标表)'],
      ],
    ),
    conflictIn(
      SOURCES.cixiPlan,
      'full-time-firefighters',
      '专职消防人员占总人口比例',
      '两个数字都保留；0.5‰ 较合常理',
      [
        ['0.5 %', '专职消防人员占全市总人口的比例达到 0.5%以上'],
        ['0.5‰', '专职消防人员占全市总人口的比例 0.5‰(指标表第12项)'],
      ],
    ),
  ],
  aliases: {},
  planned: ['10个综合应急救援服务站、约50个规范化避灾安置场所均为规划目标，此处按目标数演示'],
}

/** Builds the Cixi data set in memory: smaller, of the same shape. */
export function buildCixi(source: SourceFolder): Draft {
  const region = readRegion(source, CIXI)
  const tables = emptyTables()
  const contacts = new Contacts(tables)
  const draft: Draft = {
    region,
    tables,
    contacts,
    villages: placeVillages(region, contacts, CIXI_VILLAGES),
    riskAreas: [],
  }
  addOrganisations(draft)
  addCixiTeams(draft)
  addHospitals(draft, HOSPITALS)
  addCixiShelters(draft)
  addResidents(draft, { village: [600, 3800], community: [2200, 8000] })
  addStores(draft, {
    districtName: '慈溪市应急物资储备库(演示)',
    districtTown: '白沙路街道',
    districtPoint: offsetPoint(placeById(region, 'P0073').point, 400, 200),
    villages: draft.villages.filter((_, index) => index % 40 === 7),
    source: SOURCES.cixiPlan,
  })
  addBuses(draft)
  draft.tables.helipads.push({
    id: 'helipad-1',
    name: placeById(region, 'P0183').name,
    kind: 'temporary',
    town: townNameAt(region, placeById(region, 'P0183').point),
    lng: placeById(region, 'P0183').point[0],
    lat: placeById(region, 'P0183').point[1],
    surface: '混凝土',
    diameter_m: 30,
    obstacles: '无',
    status: 'usable',
    ...demo('演示点', SOURCES.gazetteer),
  })
  addExperts(draft)
  addPostsAndRoster(draft, placeById(region, 'P0090').point)
  addPlaces(draft, NEAR_M)
  addTeamKit(draft)
  addShelterZones(draft)
  addEvacuees(draft)
  return draft
}

/** About fifty shelters by 2025 are planned: two of the gazetteer, then two or three a town. */
function addCixiShelters(draft: Draft): void {
  for (const [index, placeId] of ['P0177', 'P0178'].entries()) {
    const place = placeById(draft.region, placeId)
    addShelter(draft, {
      id: `shelter-${String(index + 1).padStart(3, '0')}`,
      name: place.name,
      tier: 'district',
      town: townNameAt(draft.region, place.point),
      village: '',
      point: place.point,
      capacity: Number(/capacity (\d+)/.exec(place.note)?.[1]),
      standardised: true,
      video: true,
      source: SOURCES.gazetteer,
      note: '名称、位置、容量为演示点',
    })
  }
  for (let index = 0; index < 48; index += 1) {
    const town = draft.region.towns[index % draft.region.towns.length] ?? draft.region.towns[0]
    if (town === undefined) throw new Error('慈溪市没有镇街')
    const id = `shelter-${String(index + 3).padStart(3, '0')}`
    addShelter(draft, {
      id,
      name: `${town.name}避灾安置场所${Math.floor(index / draft.region.towns.length) + 1}(演示)`,
      tier: index < 19 ? 'street' : 'village',
      town: town.name,
      village: '',
      point: placeAtSeat(draft.region, town, `cixi-${id}`, 1500),
      capacity: seededInt(`cixi-${id}`, 10, 30) * 10,
      standardised: true,
      video: index < 19,
      source: SOURCES.cixiPlan,
      note: '约50处为规划目标；名称、位置、容量为演示',
    })
  }
}

function addBuses(draft: Draft): void {
  draft.region.towns.forEach((town, index) => {
    draft.tables.carriers.push({
      id: `carrier-${String(index + 1).padStart(2, '0')}`,
      name: `${town.name}应急客车(演示)`,
      kind: 'bus',
      town: town.name,
      lng: town.seat[0],
      lat: town.seat[1],
      seats: 45,
      count: 4,
      phone: draft.contacts.landlineOf(`carrier-${town.slug}`),
      green_pass: 1,
      ...demo('运力名录为演示'),
    })
  })
}
