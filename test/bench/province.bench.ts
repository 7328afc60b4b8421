import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bucketSearch } from '#shared/planner/graph/bucket-search.ts'
import type { ArcTable } from '#shared/planner/graph/arc-table.ts'
import { UNREACHED, type SearchResult } from '#shared/planner/graph/search-result.ts'
import { ratioOf, round, type Bench, type BenchOptions, type BenchRow } from './bench-row.ts'
import { createChance } from './chance.ts'
import { isInstalled } from './full/installed.ts'
import { median, processorTimeOf, quantile } from './measure.ts'

const ROUNDS = 9
const HOUR_DS = 36_000

/** A grid of a province: the arcs stand in the order of the table, so weights are read along with them. */
interface Province {
  readonly table: ArcTable
  readonly weights: Int32Array
  readonly span: number
  readonly source: number
}

/** G2: one search over a province, whole and cut at an hour, and its growth with the number of arcs. */
export const bench: Bench = {
  goals: ['G2'],
  run: (options) => {
    const sides = options.quick ? [40, 80] : [164, 520, 900]
    const rows = sides.flatMap((side) => [0, HOUR_DS].map((cut) => search(gridProvince(side), cut, options)))
    return rows
  },
}

function search(province: Province, cut: number, { full, say }: BenchOptions): BenchRow {
  const { table, weights, span, source } = province
  const size = `grid, ${table.nodeCount} nodes, ${weights.length} arcs, ${cut === 0 ? 'whole' : 'cut at 60 min'}`
  say(size)
  const latest = cut === 0 ? UNREACHED : cut
  let found: SearchResult = { costs: new Int32Array(), via: new Int32Array() }
  const times: number[] = []
  for (let index = 0; index <= ROUNDS; index += 1) {
    const ms = processorTimeOf(
      () => (found = bucketSearch(table, weights, [{ node: source, cost: 0 }], { span, latest })),
    )
    if (index > 0) times.push(ms)
  }
  const sum = found.costs.reduce((total, cost) => total + (cost === UNREACHED ? 0 : cost), 0)
  const other = full ? searchInC(province, cut, say) : null
  if (other !== null && other.sum !== sum)
    throw new Error(`${size}: sum of all times is ${sum} here and ${other.sum} in C`)
  const ours = median(times)
  return {
    name: 'G2 times of all places of a province',
    size,
    ours: round(ours),
    baseline: other === null ? null : round(median(other.times)),
    baselineName:
      other === null ? 'C program of the same search: only with --full' : 'C program of the same search, -O3',
    ratio: other === null ? null : ratioOf(ours, median(other.times)),
    unit: 'CPU ms',
    runs: ROUNDS,
    p95: round(quantile(times, 0.95)),
    note: `${round((ours * 1e6) / weights.length, 1)} ns an arc`,
  }
}

/** Streets both ways, eight in a hundred missing, at 20 to 80 km/h over 200 m. */
function gridProvince(side: number): Province {
  const chance = createChance(side)
  const nodeCount = side * side
  const links: (readonly [number, number, number])[] = []
  const add = (from: number, to: number): void => {
    if (chance() >= 0.08) links.push([from, to, Math.max(1, Math.round(7200 / (20 + 60 * chance())))])
  }
  for (let node = 0; node < nodeCount; node += 1) {
    if ((node + 1) % side !== 0) add(node, node + 1)
    if (node + side < nodeCount) add(node, node + side)
  }
  const offsets = new Int32Array(nodeCount + 1)
  for (const [from, to] of links) for (const node of [from, to]) offsets[node + 1] = (offsets[node + 1] ?? 0) + 1
  for (let node = 0; node < nodeCount; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0)
  const next = offsets.slice()
  const ends = new Int32Array(2 * links.length)
  const weights = new Int32Array(2 * links.length)
  let largest = 1
  const put = (from: number, to: number, weight: number): void => {
    const place = next[from] ?? 0
    next[from] = place + 1
    ends[place] = to
    weights[place] = weight
  }
  for (const [from, to, weight] of links) {
    put(from, to, weight)
    put(to, from, weight)
    largest = Math.max(largest, weight)
  }
  const arcs = Int32Array.from(ends, (_, place) => place)
  const source = Math.floor(side / 2) * side + Math.floor(side / 2)
  return { table: { nodeCount, offsets, ends, arcs }, weights, span: largest + 1, source }
}

function searchInC(
  { table, weights, span, source }: Province,
  cut: number,
  say: (text: string) => void,
): { readonly times: number[]; readonly sum: number } | null {
  if (!isInstalled('cc', '--version')) {
    say('no C compiler (cc): the comparison with C is left out')
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const program = join(folder, 'reverse-search')
    const built = spawnSync('cc', ['-O3', '-o', program, join(import.meta.dirname, 'full', 'reverse-search.c')])
    if (built.status !== 0) throw new Error(`cc failed: ${built.stderr.toString()}`)
    const head = Int32Array.from([table.nodeCount, weights.length, source, span, cut, ROUNDS + 1])
    const input = Buffer.concat([head, table.offsets, table.ends, weights].map((part) => Buffer.from(part.buffer)))
    const run = spawnSync(program, { input, maxBuffer: 2 ** 20 })
    if (run.status !== 0) throw new Error('the C program failed')
    const lines = run.stdout.toString().trim().split('\n')
    const rounds = lines.map((line) => line.split(' ').map(Number))
    return { times: rounds.slice(1).map(([ms = 0]) => ms), sum: rounds[0]?.[1] ?? 0 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
