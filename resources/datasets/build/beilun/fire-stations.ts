import type { Draft } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { offsetPoint } from '../geometry.ts'
import type { Point } from '../geometry.ts'
import { demo } from '../headers.ts'
import { addTeam } from '../kinds/teams.ts'
import type { TeamSpec } from '../kinds/teams.ts'
import { placeById } from '../region.ts'

type StationSpec = Pick<TeamSpec, 'personnel' | 'onDuty' | 'turnoutS'> & {
  readonly slug: string
  readonly name: string
  readonly town: string
  readonly place: string
  readonly eastM?: number
  readonly class: 'first' | 'second' | 'small' | 'temporary'
  readonly vehicles: NonNullable<TeamSpec['vehicles']>
  readonly extra: string
  readonly note: string
}

/** The six government stations the 2021 plan names; class, crew and vehicles are planning defaults. */
const STATIONS: readonly StationSpec[] = [
  {
    slug: 'xinqi',
    name: '新碶消防救援站',
    town: '新碶街道',
    place: 'P0153',
    class: 'first',
    personnel: 58,
    onDuty: 42,
    turnoutS: 45,
    vehicles: [
      'tanker12',
      'tanker8',
      'foam12',
      'ladder53',
      'hireach32',
      'rescue',
      'hazmat',
      'decon',
      'smoke',
      'light',
      'air',
    ],
    extra: 'FIRE_HIGH:1;EXTRICATE:1;SEARCH_USAR:1;WATER_RESCUE:1;HAZ_TRANSFER:1;COMMS:1;UAV:1',
    note: '按特勤配置的一级站(演示)；云梯53米，净空条件下约达16层',
  },
  {
    slug: 'daqi',
    name: '大碶消防救援站',
    town: '大碶街道',
    place: 'P0163',
    class: 'first',
    personnel: 42,
    onDuty: 30,
    turnoutS: 50,
    vehicles: ['tanker12', 'tanker8', 'foam8', 'platform32', 'rescue', 'light', 'hose'],
    extra: 'SEARCH_USAR:1;WATER_RESCUE:1;FIRE_FOREST:1;HAZ_RECON:1',
    note: '一级站(演示)：城市火灾与山林接合部',
  },
  {
    slug: 'qijiashan',
    name: '戚家山消防救援站',
    town: '戚家山街道',
    place: 'P0004',
    eastM: 320,
    class: 'second',
    personnel: 36,
    onDuty: 26,
    turnoutS: 50,
    vehicles: ['tanker8', 'foam12', 'foam8', 'hireach25', 'hazmat', 'powder'],
    extra: 'EXTRICATE:1;HAZ_TRANSFER:1;HAZ_DECON:1',
    note: '二级站(演示)：面向青峙化工片区；规划提升至60人并增配消防车2辆，尚未计入',
  },
  {
    slug: 'chaiqiao',
    name: '柴桥消防救援站',
    town: '柴桥街道',
    place: 'P0157',
    class: 'second',
    personnel: 30,
    onDuty: 22,
    turnoutS: 50,
    vehicles: ['tanker8', 'tanker5', 'foam8', 'rescue', 'hazmatGas'],
    extra: 'HAZ_PLUG:1;WATER_RESCUE:1;FIRE_FOREST:1',
    note: '二级站(演示)：高速与山区方向',
  },
  {
    slug: 'chunxiao',
    name: '春晓消防救援站',
    town: '春晓街道',
    place: 'P0160',
    class: 'small',
    personnel: 18,
    onDuty: 13,
    turnoutS: 60,
    vehicles: ['tanker8', 'foam8', 'rescueLight'],
    extra: 'WATER_RESCUE:1;FIRE_FOREST:1',
    note: '小型站(演示)',
  },
  {
    slug: 'xiaogang',
    name: '小港临时消防执勤点',
    town: '小港街道',
    place: 'P0154',
    class: 'temporary',
    personnel: 11,
    onDuty: 8,
    turnoutS: 60,
    vehicles: ['tanker5'],
    extra: 'EXTRICATE:1',
    note: '临时执勤点(演示)：1车，不能单独处置高层与危化事故',
  },
]

/** Adds the six named government stations. The seventh is stated but not named, so it is a conflict note, not a team. */
export function addFireStations(draft: Draft): void {
  for (const station of STATIONS) {
    const base: Point = placeById(draft.region, station.place).point
    addTeam(draft, {
      id: `gov-${station.slug}`,
      name: station.name,
      type: 'GOV_FT',
      tier: 'district',
      town: station.town,
      point: offsetPoint(base, station.eastM ?? 0, 0),
      personnel: station.personnel,
      onDuty: station.onDuty,
      turnoutS: station.turnoutS,
      vehicles: station.vehicles,
      extra: station.extra,
      class: station.class,
      parentId: 'org-fire',
      evidence: demo(`站名为规划实名；${station.note}；位置、等级、人员、车辆为演示`, SOURCES.beilunPlan),
    })
  }
}
