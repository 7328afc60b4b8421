import type { CommandDefinition, OptionDefinition } from './command.ts'

const dataset: OptionDefinition = {
  type: 'text',
  value: '名称|文件夹|.zip|.db',
  help: '数据集：内置名称（见 datasets）、文件夹、zip 或数据库',
}
const database: OptionDefinition = { type: 'text', value: '文件', help: '数据库文件（.db）' }
const parameters: OptionDefinition = { type: 'text', value: '文件', help: '替换部分规划参数的 JSON，如 {"travel":{…}}' }

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'plan',
    usage: 'plan --dataset <名称|文件夹|.db> --incident <文件或 ->',
    help: '由一个事件生成三套方案（dispatch-plan/1）',
    options: {
      dataset,
      incident: { type: 'text', value: '文件或 -', help: '事件（incident/1）；- 表示从标准输入读取' },
      parameters,
      alternatives: { type: 'text', value: 'N', help: '另要 N 个备选方案' },
      'in-force': { type: 'text', value: '文件', help: '在用方案：尽量保留，只改必要之处，并列出变化及原因' },
      'keep-all': { type: 'flag', help: '与 --in-force 同用：在用方案的队伍全部保留，只增不减' },
      explain: { type: 'flag', help: '附上逐条的中文说明' },
    },
    arguments: [0, 0],
    load: async () => (await import('./commands/plan.ts')).runPlan,
  },
  {
    name: 'check-plan',
    usage: 'check-plan --dataset <名称|文件夹|.db> --plan <文件或 ->',
    help: '检查任意方案，包括手工改过的',
    options: { dataset, plan: { type: 'text', value: '文件或 -', help: '方案（dispatch-plan/1）' }, parameters },
    arguments: [0, 0],
    load: async () => (await import('./commands/check-plan.ts')).runCheckPlan,
  },
  {
    name: 'import',
    usage: 'import --db <文件> <文件、文件夹或 zip …>',
    help: '导入数据集，逐行报告；有一行不合格就整体不写',
    options: {
      db: database,
      'skip-bad-rows': { type: 'flag', help: '跳过不合格的行，写入其余' },
      crs: {
        type: 'text',
        value: 'wgs84|gcj02|bd09',
        help: '文件里坐标的坐标系；不写则看文件声明，并用医院等已知地点核对，对不上就不导入',
      },
    },
    arguments: [1, 1000],
    load: async () => (await import('./commands/import.ts')).runImport,
  },
  {
    name: 'export',
    usage: 'export --db <文件> --to <空文件夹>，或 export --template <表名或 all> --to <空文件夹>',
    help: '导出数据集为 CSV、Excel、GeoJSON、KML 或 Shapefile，再导入时分毫不差；或导出填表用的 Excel 样表',
    options: {
      db: database,
      to: { type: 'text', value: '文件夹', help: '目标文件夹：不存在或为空' },
      format: {
        type: 'text',
        value: 'csv|xlsx|geojson|kml|shp',
        help: '各表的格式，默认 csv（原样，程序读；要在 Excel 里打开请用 xlsx）；没有位置的表在地图格式里仍是 csv',
      },
      template: { type: 'text', value: '表名|all', help: '导出空白样表（如 teams 或 救援队伍），不需要 --db' },
    },
    arguments: [0, 0],
    load: async () => (await import('./commands/export.ts')).runExport,
  },
  {
    name: 'export-bundle',
    usage: 'export-bundle --db <文件> --to <文件> [--since-seat <席位>]',
    help: '导出签名的合并文件，交给另一台机器；写明对方席位时只含它没有的记录',
    options: {
      db: database,
      to: { type: 'text', value: '文件', help: '写到哪里，如 前方.eccbundle；已有同名文件会被替换' },
      'since-seat': { type: 'text', value: '席位', help: '对方席位（seat-…）；不写则含全部记录' },
      who: { type: 'text', value: '姓名', help: '谁导出，记入清单' },
    },
    arguments: [0, 0],
    load: async () => (await import('./commands/export-bundle.ts')).runExportBundle,
  },
  {
    name: 'import-bundle',
    usage: 'import-bundle --db <文件> <合并文件>',
    help: '并入另一台机器的合并文件：要么全部写入，要么不写；重复导入等于一次',
    options: {
      db: database,
      trust: { type: 'text', value: '席位,席位…', help: '已核对指纹、从此接收其记录的席位；首次合并必填' },
      who: { type: 'text', value: '姓名', help: '谁核对了指纹；写 --trust 时必填' },
      preview: { type: 'flag', help: '只看会带来什么，不写入' },
    },
    arguments: [1, 1],
    load: async () => (await import('./commands/import-bundle.ts')).runImportBundle,
  },
  {
    name: 'verify',
    usage: 'verify --db <文件>',
    help: '核验数据库：完整性、日志链、外键、引用的物资和人员',
    options: { db: database },
    arguments: [0, 0],
    load: async () => (await import('./commands/verify.ts')).runVerify,
  },
  {
    name: 'readiness',
    usage: 'readiness --dataset <名称|文件夹|.db> [--stress <起数> --seed <种子>]',
    help: '战备检查：过期名单和物资、待修订预案、缺失电话、能力与区域缺口',
    options: {
      dataset,
      'as-of': { type: 'text', value: 'YYYY-MM-DD', help: '按哪一天检查，默认今天' },
      stress: { type: 'text', value: '起数', help: '压力测试：随机抽取多少起事件（1 至 10000），如 1000' },
      seed: { type: 'text', value: '种子', help: '抽样种子，默认 1；同一种子结果相同' },
      'misses-only': { type: 'flag', help: '只统计短板，不估算再增加一项力量的边际价值' },
    },
    arguments: [0, 0],
    load: async () => (await import('./commands/readiness.ts')).runReadiness,
  },
  {
    name: 'schema',
    usage: 'schema <名称>',
    help: '输出一个 JSON Schema（2020-12）',
    options: {},
    arguments: [1, 1],
    load: async () => (await import('./commands/schema.ts')).runSchema,
  },
  {
    name: 'datasets',
    usage: 'datasets',
    help: '列出内置数据集',
    options: {},
    arguments: [0, 0],
    load: async () => (await import('./commands/datasets.ts')).runDatasets,
  },
]
