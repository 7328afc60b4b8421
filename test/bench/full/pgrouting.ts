import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ArcTable } from '#shared/planner/graph/arc-table.ts'

/** A private database with pgRouting and the arcs of one network; listens on a socket in its own folder only. */
export interface RoutingDatabase {
  readonly version: string
  /**
   * Deciseconds from every team to the target by one search of the reversed graph, with the milliseconds the database took.
   * Teams that cannot get there are absent.
   */
  timesTo(
    target: number,
    teams: readonly number[],
  ): { readonly ms: number; readonly costs: ReadonlyMap<number, number> }
  stop(): void
}

const SYSTEM = '/usr/lib/postgresql'

/** Null where PostgreSQL or pgRouting is not installed. */
export function startRoutingDatabase(forward: ArcTable, weights: Int32Array): RoutingDatabase | null {
  const version = existsSync(SYSTEM) ? readdirSync(SYSTEM).sort().at(-1) : undefined
  if (version === undefined || !existsSync(join('/usr/share/postgresql', version, 'extension', 'pgrouting.control')))
    return null
  const programs = join(SYSTEM, version, 'bin')
  const folder = run('mktemp', ['-d']).trim()
  const socket = ['-h', folder, '-p', '5432', '-U', 'bench']
  run(join(programs, 'initdb'), ['-D', join(folder, 'data'), '-U', 'bench', '-A', 'trust', '--no-sync'])
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off -c jit=off`
  run(join(programs, 'pg_ctl'), ['-D', join(folder, 'data'), '-w', '-l', join(folder, 'log'), '-o', options, 'start'])
  const stop = (): void => {
    run(join(programs, 'pg_ctl'), ['-D', join(folder, 'data'), '-m', 'immediate', 'stop'])
    run('rm', ['-rf', folder])
  }
  const ask = (sql: string): string =>
    run(join(programs, 'psql'), [...socket, '-d', 'postgres', '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'], sql)
  try {
    ask('CREATE EXTENSION pgrouting CASCADE; CREATE TABLE arc (id bigint, source bigint, target bigint, cost float8);')
    ask(`COPY arc FROM stdin;\n${arcLines(forward, weights)}\\.\nANALYZE arc;`)
    const name = ask('SELECT pgr_version();').trim()
    return {
      version: `PostgreSQL ${version}, pgRouting ${name}`,
      timesTo: (target, teams) => readAnswer(ask(questionOf(target, teams))),
      stop,
    }
  } catch (error) {
    stop()
    throw error
  }
}

function questionOf(target: number, teams: readonly number[]): string {
  const reversed = 'SELECT id, target AS source, source AS target, cost FROM arc'
  const others = [...new Set(teams)].filter((team) => team !== target)
  return [
    '\\timing on',
    `SELECT end_vid, agg_cost FROM pgr_dijkstraCost('${reversed}', ${target}, ARRAY[${others.join(',')}]::bigint[], true);`,
  ].join('\n')
}

function readAnswer(output: string): { ms: number; costs: Map<number, number> } {
  const ms = /Time: ([\d.]+) ms/.exec(output)?.[1]
  if (ms === undefined) throw new Error(`no time in the answer of the database: ${output.slice(0, 200)}`)
  const costs = [...output.matchAll(/^(\d+)\|([\d.]+)$/gm)].map(
    ([, team, cost]) => [Number(team), Number(cost)] as const,
  )
  return { ms: Number(ms), costs: new Map(costs) }
}

function arcLines({ nodeCount, offsets, ends, arcs }: ArcTable, weights: Int32Array): string {
  const lines: string[] = []
  for (let node = 0; node < nodeCount; node += 1)
    for (let place = offsets[node] ?? 0; place < (offsets[node + 1] ?? 0); place += 1) {
      const weight = weights[arcs[place] ?? 0] ?? -1
      if (weight >= 0) lines.push(`${place}\t${node}\t${ends[place] ?? 0}\t${weight}\n`)
    }
  return lines.join('')
}

/** Runs a program as a user the database accepts: it refuses the system's administrator. */
function run(program: string, given: readonly string[], input?: string): string {
  const isAdministrator = process.getuid?.() === 0
  const words: string[] = isAdministrator ? ['runuser', '-u', 'postgres', '--', program, ...given] : [program, ...given]
  const [command = program, ...rest] = words
  const done = spawnSync(command, rest, { input: input ?? '', encoding: 'utf8', cwd: '/', maxBuffer: 2 ** 26 })
  if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr}${done.stdout}`)
  return done.stdout
}
