import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { bucketSearch } from '#shared/planner/graph/bucket-search.ts'
import type { ArcTable } from '#shared/planner/graph/arc-table.ts'
import { UNREACHED, type SearchResult } from '#shared/planner/graph/search-result.ts'
import { ratioOf, round, type Bench, type BenchOptions, type BenchRow } from './bench-row.ts'
import { createChance } from '#shared/kernel/chance.ts'
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
  run: async (options) => {
    const rows: BenchRow[] = []
    for (const side of options.quick ? [40, 80] : [164, 520, 900]) {
      const province = gridProvince(side)
      for (const cut of [0, HOUR_DS]) rows.push(await search(province, cut, options))
    }
    return rows
  },
}

async function search(province: Province, cut: number, { full, say }: BenchOptions): Promise<BenchRow> {
  const { table, weights, span, source } = province
  const size = `grid, ${table.nodeCount} nodes, ${weights.length} arcs, ${cut === 0 ? 'whole' : 'cut at 60 min'}`
  say(size)
  const latest = cut === 0 ? UNREACHED : cut
  let found: SearchResult = { costs: new Int32Array(), via: new Int32Array() }
  const other = full ? startSearchInC(province, cut, say) : null
  const times: number[] = []
  const others: number[] = []
  try {
    for (let index = 0; index <= ROUNDS; index += 1) {
      const ms = processorTimeOf(
        () => (found = bucketSearch(table, weights, [{ node: source, cost: 0 }], { span, latest })),
      )
      const answer = await other?.search()
      const sum = found.costs.reduce((total, cost) => total + (cost === UNREACHED ? 0 : cost), 0)
      if (answer !== undefined && answer.sum !== sum)
        throw new Error(`${size}: sum of all times is ${sum} here and ${answer.sum} in C`)
      if (index === 0) continue
      times.push(ms)
      if (answer !== undefined) others.push(answer.ms)
    }
  } finally {
    other?.stop()
  }
  const ours = median(times)
  return {
    name: 'G2 times of all places of a province',
    size,
    ours: round(ours),
    baseline: other === null ? null : round(median(others)),
    baselineName:
      other === null ? 'C program of the same search: only with --full' : 'C program of the same search, -O3, in turn',
    ratio: other === null ? null : ratioOf(ours, median(others)),
    unit: 'CPU ms',
    runs: ROUNDS,
    p95: round(quantile(times, 0.95)),
    note: `fastest ${round(Math.min(...times))}${other === null ? '' : ` and ${round(Math.min(...others))}`}; ${round((ours * 1e6) / weights.length, 1)} ns an arc`,
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

/** The same search in C, told to begin each round. */
interface SearchInC {
  search(): Promise<{ readonly ms: number; readonly sum: number }>
  stop(): void
}

function startSearchInC(
  { table, weights, span, source }: Province,
  cut: number,
  say: (text: string) => void,
): SearchInC | null {
  if (!isInstalled('cc', '--version')) {
    say('no C compiler (cc): the comparison with C is left out')
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const program = join(folder, 'reverse-search')
  const built = spawnSync('cc', ['-O3', '-o', program, join(import.meta.dirname, 'full', 'reverse-search.c')])
  if (built.status !== 0) throw new Error(`cc failed: ${built.stderr.toString()}`)
  const running = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] })
  const head = Int32Array.from([table.nodeCount, weights.length, source, span, cut, ROUNDS + 1])
  running.stdin.write(
    Buffer.concat([head, table.offsets, table.ends, table.arcs, weights].map((part) => Buffer.from(part.buffer))),
  )
  const lines = createInterface(running.stdout)[Symbol.asyncIterator]()
  return {
    search: async () => {
      running.stdin.write('\n')
      const line = await lines.next()
      if (line.done === true) throw new Error('the C program failed')
      const [ms = 0, sum = 0] = line.value.split(' ').map(Number)
      return { ms, sum }
    },
    stop: () => {
      running.stdin.end()
      rmSync(folder, { recursive: true })
    },
  }
}
