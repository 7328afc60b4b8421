import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MilpModel, MilpSolution, MilpSolver, MilpStop } from '#shared/planner/solver/milp-solver.ts'
import { writeMps } from './write-mps.ts'

/** A solver that is a program of the system; it stands behind the same port as ours, so the same evaluator judges it. */
export interface ProgramSolver extends MilpSolver {
  /** Processor milliseconds of its last answer, with reading the model and writing the answer (in steps of 10 ms). */
  lastCpuMs(): number
}

export type Program = 'cbc' | 'glpsol'

/** CBC or GLPK on the models of the planner. Throws when the program fails or answers in a form that is not known. */
export function createProgramSolver(program: Program): ProgramSolver {
  let cpuMs = 0
  return {
    name: program === 'cbc' ? 'CBC' : 'GLPK',
    lastCpuMs: () => cpuMs,
    solve: (model) => {
      const folder = mkdtempSync(join(tmpdir(), 'bench-'))
      try {
        const files = { model: join(folder, 'model.mps'), answer: join(folder, 'answer.txt') }
        writeFileSync(files.model, writeMps(model))
        const run = runTimed([program, ...argumentsOf(program, model, files)])
        cpuMs = run.cpuMs
        const answer = readFileSync(files.answer, 'utf8')
        return program === 'cbc' ? readCbc(model, answer, run.output) : readGlpk(model, answer)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  }
}

function argumentsOf(
  program: Program,
  { limits }: MilpModel,
  files: { readonly model: string; readonly answer: string },
): string[] {
  const seconds = String(Math.ceil(limits.guardMs / 1000))
  if (program === 'glpsol')
    return ['--freemps', files.model, '--mipgap', String(limits.relativeGap), '--tmlim', seconds, '-w', files.answer]
  const gaps = ['ratio', String(limits.relativeGap), 'allow', String(limits.absoluteGap)]
  return [files.model, ...gaps, 'seconds', seconds, 'solve', 'solution', files.answer]
}

/** Runs a program below a shell that says afterwards what its children used. */
function runTimed(command: readonly string[]): { readonly output: string; readonly cpuMs: number } {
  const run = spawnSync('sh', ['-c', '"$@" && times', 'sh', ...command], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (run.status !== 0) throw new Error(`${command.join(' ')} failed: ${run.stdout}${run.stderr}`)
  const children = run.stdout.trim().split('\n').at(-1) ?? ''
  const spent = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => ({
    minutes: Number(minutes),
    seconds: Number(seconds),
  }))
  if (spent.length !== 2) throw new Error(`no processor time in: ${children}`)
  return {
    output: run.stdout,
    cpuMs: spent.reduce((sum, { minutes, seconds }) => sum + minutes * 6e4 + seconds * 1e3, 0),
  }
}

/** First line `Optimal - objective value 5`, then `index name value reduced-cost` for what is not zero. */
function readCbc(model: MilpModel, answer: string, output: string): MilpSolution {
  const [head = '', ...lines] = answer.split('\n')
  const found = /^(Optimal|Stopped on (\w+)|Infeasible|Integer infeasible).*?(?:objective value (\S+))?$/.exec(head)
  if (found === null) throw new Error(`CBC answered: ${head}`)
  const stop = stopOfCbc(found[1] ?? '')
  if (stop === 'infeasible') return { stop, values: null, bound: null }
  const values = model.costs.map(() => 0)
  for (const line of lines) {
    const [, column, value] = /^\s*(?:\*\*)?\s*\d+\s+c(\d+)\s+(\S+)/.exec(line) ?? []
    if (column !== undefined) values[Number(column)] = Number(value)
  }
  const lower = /Lower bound:\s+(\S+)/.exec(output)?.[1]
  const bound = lower === undefined ? (stop === 'gap' ? Number(found[3]) : null) : Number(lower)
  return { stop, values, bound: bound === null ? null : bound + model.offset }
}

function stopOfCbc(head: string): MilpStop {
  if (head === 'Optimal') return 'gap'
  if (head.startsWith('Stopped on')) return head.endsWith('time') ? 'time' : 'nodes'
  return 'infeasible'
}

/** `s mip rows columns status objective` or `s bas … objective`, then `j column [status] value …`. */
function readGlpk(model: MilpModel, answer: string): MilpSolution {
  const lines = answer.split('\n').map((line) => line.split(' '))
  const head = lines.find(([mark]) => mark === 's')
  if (head === undefined) throw new Error(`GLPK answered: ${answer.slice(0, 200)}`)
  const isMip = head[1] === 'mip'
  const isSolved = isMip ? head[4] === 'o' : head[4] === 'f' && head[5] === 'f'
  const values = model.costs.map(() => 0)
  for (const [mark, column, ...rest] of lines)
    if (mark === 'j') values[Number(column) - 1] = Number(isMip ? rest[0] : rest[1])
  const isProven = isSolved && (!isMip || model.limits.relativeGap === 0)
  return {
    stop: isSolved ? 'gap' : 'time',
    values: isSolved ? values : null,
    bound: isProven ? Number(head.at(-1)) + model.offset : null,
  }
}
