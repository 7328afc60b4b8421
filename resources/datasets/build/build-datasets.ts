import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildBaseMap } from './base-map.ts'
import { buildBeilun } from './beilun/build-beilun.ts'
import { BEILUN_INFO } from './beilun/dataset-info.ts'
import { buildCixi, CIXI_INFO } from './cixi/build-cixi.ts'
import { formatDataset } from './format-dataset.ts'
import type { Draft } from './draft.ts'
import { copyHazmatTables } from './hazmat-tables.ts'
import type { DatasetInfo } from './kinds/dataset-info.ts'
import { readSourceFolder } from './source-folder.ts'
import { BEILUN_COUNTS, verifyDataset } from './verify/verify-dataset.ts'

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

/** List of what was written, so that a checkout without the sources can still prove its files are the built ones. */
const DIGESTS = 'datasets/SHA256SUMS'

/** Builds everything, checks it, and writes only when every check passes. Returns the exit code. */
export function buildDatasets(from: string, to: string, say: (line: string) => void): number {
  const source = readSourceFolder(from)
  const beilun = buildBeilun(source)
  const cixi = buildCixi(source)
  const problems = [...verifyDataset(beilun, BEILUN_COUNTS), ...verifyDataset(cixi, {})]
  if (problems.length > 0) {
    for (const problem of problems) say(`错误：${problem}`)
    say(`共 ${problems.length} 处错误，未写入任何文件`)
    return 1
  }
  const outputs: readonly (readonly [folder: string, files: Map<string, string>])[] = [
    ['datasets/beilun', dataset(beilun, BEILUN_INFO, source, ['330206001', '330211'], say)],
    ['datasets/cixi', dataset(cixi, CIXI_INFO, source, ['330211'], say)],
    ['map', buildBaseMap(from)],
    ['hazmat', copyHazmatTables(from)],
  ]
  let bytes = 0
  const digests: string[] = []
  for (const [folder, files] of outputs) {
    mkdirSync(join(to, folder), { recursive: true })
    for (const [name, text] of files) {
      writeFileSync(join(to, folder, name), text)
      bytes += Buffer.byteLength(text)
      digests.push(`${createHash('sha256').update(text).digest('hex')}  ${folder}/${name}\n`)
    }
  }
  writeFileSync(join(to, DIGESTS), digests.join(''))
  say(`已写入 ${to}，共 ${(bytes / 1e6).toFixed(1)} MB`)
  return 0
}

function dataset(
  draft: Draft,
  info: DatasetInfo,
  source: Parameters<typeof formatDataset>[2],
  neighbourCodes: readonly string[],
  say: (line: string) => void,
): Map<string, string> {
  const { files, counts } = formatDataset(draft, info, source, neighbourCodes)
  for (const [name, count] of counts) say(`${info.id}/${name}\t${count}`)
  return files
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } })
  const from = resolve(values.from ?? join(REPOSITORY, '../shared/data'))
  const to = resolve(values.to ?? join(REPOSITORY, 'resources'))
  process.exitCode = buildDatasets(from, to, (line) => process.stdout.write(`${line}\n`))
}
