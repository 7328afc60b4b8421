import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const HEAD = {
  schema: 'dataset/1',
  id: 'small',
  name: '小数据集',
  region: '北仑区',
  asOf: '2026-07-01',
  isDemo: true,
  sources: [{ name: '测试', licence: 'CC0-1.0' }],
}

/** The files of a small sound data set. */
export const SMALL_FILES: Readonly<Record<string, string>> = {
  'dataset.json': JSON.stringify(HEAD),
  'teams.csv': [
    'id,name,type,tier,town,lng,lat,personnel,on_duty,turnout_s,phone,capabilities,is_demo,class,source,note',
    'T1,新碶站,GOV_FT,district,新碶街道,121.83,29.91,30,12,60,0574-86880001,HAZ_PLUG:2;FOAM:1,1,first,演示,"甲,""乙"""',
    'T2,大碶站,GOV_FT,district,大碶街道,121.81,29.89,20,8,60,0574-86880002,FIRE_BLDG:1,1,,演示,',
    '',
  ].join('\n'),
  'vehicles.csv': [
    'id,team_id,kind,name,plate,crew,speed_kmh,height_m,weight_t,capabilities,status',
    'V1,T1,HAZMAT,抢险车,浙B0001,6,80,3.5,18,HAZ_PLUG:1,在位',
    '',
  ].join('\n'),
  'people.csv': [
    'id,name,organisation,post,phone,specialties,is_expert,lng,lat,hazards',
    'P1,张三,区应急局,值班长,0574-1,化工;环保,1,,,hazmat',
    '',
  ].join('\n'),
  'rosters.csv': [
    'date,shift,post,person_id,organisation',
    'mon,day,DUTY_CHIEF,P1,区应急局',
    '2026-07-14,night,DUTY_CHIEF,P1,区应急局',
    '',
  ].join('\n'),
  'roads.geojson': JSON.stringify({
    type: 'FeatureCollection',
    name: 'small-roads-schematic',
    features: [road('R1', 'A', 'B', 121.8), road('R2', 'B', 'C', 121.81)],
  }),
  'areas.geojson': JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { code: '330206', name: '北仑区', level: 'district' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [121.7, 29.8],
              [122, 29.8],
              [122, 30],
              [121.7, 30],
              [121.7, 29.8],
            ],
          ],
        },
      },
    ],
  }),
}

function road(id: string, from: string, to: string, lng: number): object {
  const properties = {
    id,
    name: '泰山路',
    alt_names: '老路;旧路',
    ref: 'X1',
    class: 'primary',
    speed_kmh: 60,
    oneway: 'no',
    from_node: from,
    to_node: to,
    lanes: 4,
    is_demo: 1,
  }
  return {
    type: 'Feature',
    properties,
    geometry: {
      type: 'LineString',
      coordinates: [
        [lng, 29.9],
        [Math.round((lng + 0.01) * 100) / 100, 29.9],
      ],
    },
  }
}

/** Writes a folder of files into a new temporary folder and answers its path. */
export function writeFiles(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'console-data-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** One CSV with a line replaced. */
export function withLine(file: string, line: number, text: string): Record<string, string> {
  const lines = (SMALL_FILES[file] ?? '').split('\n')
  lines[line - 1] = text
  return { ...SMALL_FILES, [file]: lines.join('\n') }
}
