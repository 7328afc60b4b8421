import { cpus, loadavg, totalmem } from 'node:os'
import type { BenchRow } from './bench-row.ts'
import { loadBenches } from './load-benches.ts'

const FLAGS = ['--json', '--quick', '--full']
const BENCHES = await loadBenches()

// `npm run -s bench -- [--json] [--quick] [--full] [name…]`: rows as JSON on stdout, or lines for people; progress on
// stderr. `--full` adds the contenders that need programs of the system (C compiler, CBC, GLPK, pgRouting).
const given = process.argv.slice(2)
const flags = new Set(given.filter((argument) => argument.startsWith('--')))
const names = given.filter((argument) => !argument.startsWith('--')).map((name) => name.toUpperCase())
const unknown = [
  ...[...flags].filter((flag) => !FLAGS.includes(flag)),
  ...names.filter((name) => !BENCHES.some(({ goals }) => goals.includes(name))),
]
if (unknown.length > 0) {
  const goals = BENCHES.flatMap((bench) => bench.goals)
  process.stderr.write(`未知的性能对比项：${unknown.join('、')}；可用：${FLAGS.join(' ')} ${goals.join(' ')}\n`)
  process.exitCode = 2
} else await runBenches()

async function runBenches(): Promise<void> {
  const say = (text: string): void => {
    process.stderr.write(`${text}\n`)
  }
  say(machineLine())
  const rows: BenchRow[] = []
  for (const bench of BENCHES) {
    const wanted = names.length === 0 || bench.goals.some((goal) => names.includes(goal))
    if (wanted) rows.push(...(await bench.run({ quick: flags.has('--quick'), full: flags.has('--full'), say })))
  }
  const kept = rows.filter(
    (row) => names.length === 0 || names.some((name) => row.name.toUpperCase().startsWith(`${name} `)),
  )
  const lines = kept.map(
    (row) =>
      `${row.name} | ${row.size} | ${row.ours} ${row.unit} | ${String(row.baseline)} ${row.unit} (${row.baselineName}) | ${String(row.ratio)} | ${row.note ?? ''}`,
  )
  process.stdout.write(flags.has('--json') ? `${JSON.stringify(kept, null, 2)}\n` : `${lines.join('\n')}\n`)
}

function machineLine(): string {
  const processors = cpus()
  const memoryGiB = Math.round(totalmem() / 2 ** 30)
  return `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown'}, ${memoryGiB} GiB, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1) ?? '?'}`
}
