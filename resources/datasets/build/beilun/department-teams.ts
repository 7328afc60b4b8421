import type { Draft } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { demo } from '../headers.ts'
import { addTeam } from '../kinds/teams.ts'
import type { TeamSpec } from '../kinds/teams.ts'
import type { ModelKey } from '../kinds/vehicle-models.ts'
import { placeNear, townAt, townNameAt } from '../placing.ts'
import { placeById } from '../region.ts'

/** id, name, gazetteer place, organisation, [people, on duty, turnout s], vehicles, further capabilities. */
type ProfessionalTeam = readonly [
  id: string,
  name: string,
  place: string,
  organisation: string,
  crew: readonly [number, number, number],
  vehicles: readonly ModelKey[],
  extra: string,
  authority?: TeamSpec['authority'],
]

const MEDICAL: readonly ProfessionalTeam[] = [
  [
    'amb-renmin',
    '北仑急救站(区人民医院)',
    'P0197',
    'org-health',
    [24, 12, 60],
    ['ambulance', 'ambulance', 'ambulance', 'ambulance'],
    'MED_TRIAGE:2',
  ],
  [
    'amb-kaifaqu',
    '开发区中心医院急救点',
    'P0198',
    'org-health',
    [15, 8, 60],
    ['ambulance', 'ambulance', 'ambulance'],
    'MED_TRIAGE:1',
  ],
  ['amb-zhongyi', '区中医院急救点', 'P0194', 'org-health', [12, 6, 60], ['ambulance', 'ambulance'], 'MED_TRIAGE:1'],
  [
    'amb-chaiqiao',
    '柴桥急救点(柴桥医院)',
    'P0195',
    'org-health',
    [12, 6, 60],
    ['ambulance', 'ambulance', 'ambulance'],
    'MED_TRIAGE:1',
  ],
  ['amb-xiaogang', '小港急救点', 'P0003', 'org-health', [9, 5, 60], ['ambulance', 'ambulance'], 'MED_TRIAGE:1'],
  ['amb-chunxiao', '春晓急救点', 'P0009', 'org-health', [8, 4, 60], ['ambulance', 'ambulance'], ''],
  ['amb-baifeng', '白峰急救点', 'P0007', 'org-health', [8, 4, 60], ['ambulance', 'ambulance'], ''],
  ['cdc', '区疾控与卫生应急队', 'P0197', 'org-health', [14, 6, 180], ['repair'], 'MED_TRIAGE:1;HAZ_DECON:1'],
  ['psy', '心理危机干预队', 'P0199', 'org-health', [12, 4, 300], [], 'PSY:3'],
]

const PUBLIC_ORDER: readonly ProfessionalTeam[] = [
  [
    'police-swat',
    '公安分局巡特警大队',
    'P0012',
    'org-police',
    [60, 24, 60],
    ['patrol', 'patrol', 'patrol', 'patrol', 'patrol'],
    'POLICE:3',
  ],
  [
    'police-traffic',
    '交警大队城区中队',
    'P0122',
    'org-traffic',
    [40, 16, 60],
    ['patrol', 'patrol', 'patrol', 'patrol'],
    '',
  ],
  ['police-traffic-east', '交警大队柴桥中队', 'P0006', 'org-traffic', [24, 10, 60], ['patrol', 'patrol', 'patrol'], ''],
  ['police-traffic-west', '交警大队小港中队', 'P0003', 'org-traffic', [20, 8, 60], ['patrol', 'patrol'], ''],
  [
    'police-expressway',
    '高速交警霞浦中队',
    'P0119',
    'org-traffic',
    [22, 9, 60],
    ['patrol', 'patrol', 'patrol'],
    '',
    'request',
  ],
]

const UTILITIES: readonly ProfessionalTeam[] = [
  [
    'power-xinqi',
    '供电公司新碶抢修队',
    'P0117',
    'org-power',
    [30, 12, 180],
    ['repair', 'repair', 'generator', 'generator', 'light'],
    'ELEC_ISOLATE:3;LIGHT:1',
  ],
  [
    'power-chaiqiao',
    '供电公司柴桥抢修队',
    'P0006',
    'org-power',
    [20, 8, 180],
    ['repair', 'generator'],
    'ELEC_ISOLATE:2;LIGHT:1',
  ],
  [
    'power-xiaogang',
    '供电公司小港抢修队',
    'P0015',
    'org-power',
    [16, 6, 180],
    ['repair', 'generatorSmall'],
    'ELEC_ISOLATE:2',
  ],
  ['water-supply', '自来水公司抢修队', 'P0116', 'org-water', [24, 9, 180], ['repair', 'tanker12'], 'WATER_SUPPLY:1'],
  [
    'drainage',
    '城市排水抢险队',
    'P0118',
    'org-water',
    [32, 12, 180],
    ['pump3000', 'pump3000', 'pump1000', 'pump1000'],
    '',
  ],
  ['gas', '燃气公司抢修队', 'P0115', 'org-gas', [22, 8, 120], ['repair', 'repair'], 'HAZ_RECON:2'],
  ['comms', '通信运营商联合保障队', 'P0117', 'org-comms', [18, 6, 180], ['commsCar', 'generatorSmall'], 'COMMS:2'],
  ['lift-xinqi', '电梯应急救援一队', 'P0116', 'org-market', [12, 5, 120], ['repair'], 'LIFT_RESCUE:2'],
  ['lift-xiaogang', '电梯应急救援二队', 'P0003', 'org-market', [8, 3, 120], ['repair'], 'LIFT_RESCUE:1'],
]

const ENGINEERING: readonly ProfessionalTeam[] = [
  ['env-station', '生态环境分局应急监测队', 'P0012', 'org-env', [16, 6, 180], ['monitor', 'monitor'], ''],
  ['env-park', '化工园区环境监测点', 'P0034', 'org-env', [8, 3, 180], ['monitor'], ''],
  ['geo', '地质灾害应急处置队', 'P0012', 'org-resources', [20, 6, 180], ['repair', 'drone'], 'GEO_RESCUE:2'],
  ['geo-east', '地质灾害驻点技术组', 'P0006', 'org-resources', [8, 3, 180], ['repair'], 'GEO_RESCUE:1'],
  [
    'road-main',
    '公路应急抢险队',
    'P0122',
    'org-transport',
    [30, 10, 180],
    ['dozer', 'dozer', 'crane25', 'repair'],
    'ROAD_CLEAR:1',
  ],
  ['road-east', '公路柴桥养护站', 'P0022', 'org-transport', [18, 6, 180], ['dozer', 'repair'], 'ROAD_CLEAR:1'],
  ['road-south', '公路春晓养护站', 'P0009', 'org-transport', [14, 5, 180], ['dozer', 'repair'], 'ROAD_CLEAR:1'],
  [
    'bus-main',
    '公交公司应急运力队',
    'P0122',
    'org-transport',
    [44, 20, 180],
    ['bus45', 'bus45', 'bus45', 'bus45', 'bus45', 'bus45', 'bus45', 'bus45'],
    '',
  ],
  [
    'bus-east',
    '公交柴桥分公司运力组',
    'P0006',
    'org-transport',
    [18, 8, 180],
    ['bus45', 'bus45', 'bus45', 'bus45'],
    '',
  ],
  ['uav', '应急无人机分队', 'P0012', 'org-emergency', [10, 4, 180], ['drone', 'drone'], ''],
  ['mobile-command', '区移动指挥平台', 'P0012', 'org-emergency', [8, 3, 180], ['command', 'commsCar'], ''],
  [
    'usar',
    '建筑工程抢险队',
    'P0043',
    'org-construction',
    [30, 8, 180],
    ['crane70', 'dozer', 'rescueLight'],
    'SEARCH_USAR:1;EXTRICATE:1',
  ],
  [
    'water-rescue',
    '水域救援与潜水队',
    'P0059',
    'org-maritime',
    [16, 6, 180],
    ['boat', 'boat', 'boat'],
    'DIVE:2',
    'request',
  ],
  ['port-tug', '港区消拖船组', 'P0162', 'org-maritime', [9, 9, 600], ['fireboat'], '', 'request'],
  [
    'forest-district',
    '区森林消防队',
    'P0120',
    'org-emergency',
    [40, 16, 120],
    ['forestTruck', 'forestTruck', 'tanker5', 'drone'],
    'FIRE_FOREST:3',
  ],
]

/** Adds the department teams and the two special teams that the 2021 plan names. */
export function addDepartmentTeams(draft: Draft): void {
  for (const team of [...MEDICAL, ...PUBLIC_ORDER, ...UTILITIES, ...ENGINEERING]) addProfessionalTeam(draft, team)
  addNamedTeams(draft)
  addPoliceStations(draft)
}

function addProfessionalTeam(
  draft: Draft,
  [id, name, place, parentId, crew, vehicles, extra, authority]: ProfessionalTeam,
): void {
  const anchor = placeById(draft.region, place)
  const within = townAt(draft.region, anchor.point)?.area ?? draft.region.outline
  addTeam(draft, {
    id,
    name,
    type: 'PRO',
    tier: 'district',
    parentId,
    vehicles,
    extra,
    town: townNameAt(draft.region, anchor.point),
    point: placeNear(draft.region, id, anchor.point, { minM: 20, maxM: 260, within }),
    personnel: crew[0],
    onDuty: crew[1],
    turnoutS: crew[2],
    ...(authority === undefined ? {} : { authority }),
  })
}

function addNamedTeams(draft: Draft): void {
  const forest = placeById(draft.region, 'P0017').point
  addTeam(draft, {
    id: 'forest-daqi',
    name: '大碶街道森林扑火应急分队',
    type: 'PRO',
    tier: 'street',
    town: '大碶街道',
    point: placeNear(draft.region, 'forest-daqi', forest, { minM: 50, maxM: 300, within: draft.region.outline }),
    personnel: 36,
    onDuty: 14,
    turnoutS: 120,
    parentId: 'org-street-daqi',
    vehicles: ['forestTruck', 'forestTruck', 'tanker5'],
    extra: 'FIRE_FOREST:2',
    evidence: demo('队名为规划实名(原文误作“大碇”)；位置、人员、车辆为演示', SOURCES.beilunPlan),
  })
  const park = placeById(draft.region, 'P0034').point
  addTeam(draft, {
    id: 'pro-formosa',
    name: '台塑（宁波）工业园区安全生产专业应急救援队',
    type: 'PRO',
    tier: 'district',
    town: '霞浦街道',
    point: placeNear(draft.region, 'pro-formosa', park, { minM: 80, maxM: 300, within: draft.region.outline }),
    personnel: 32,
    onDuty: 14,
    turnoutS: 60,
    parentId: 'org-plant-formosa',
    vehicles: ['hazmat', 'decon', 'foam12'],
    extra: 'HAZ_PLUG:2;HAZ_TRANSFER:2;HAZ_RECON:1;HAZ_DECON:1',
    evidence: demo('队名为规划实名；位置、人员、车辆为演示', SOURCES.beilunPlan),
  })
}

function addPoliceStations(draft: Draft): void {
  for (const town of draft.region.towns) {
    addTeam(draft, {
      id: `police-${town.slug}`,
      name: `${town.name.slice(0, -2)}派出所(演示)`,
      type: 'PRO',
      tier: 'street',
      town: town.name,
      point: placeNear(draft.region, `police-${town.slug}`, town.seat, { minM: 60, maxM: 400, within: town.area }),
      personnel: 26,
      onDuty: 9,
      turnoutS: 60,
      parentId: 'org-police',
      vehicles: ['patrol', 'patrol'],
    })
  }
}
