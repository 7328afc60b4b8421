import { AppError } from '#shared/kernel/app-error.ts'
import { runStress } from '#electron/core/planning/run-stress.ts'
import { StressQuestion, type StressResult } from '#shared/domain/stress.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import { stressSteps, type StressGround } from '#shared/planner/stress/stress-steps.ts'
import { groupBy } from '#shared/kernel/order.ts'
import { reportReadiness } from '#shared/planner/readiness/report-readiness.ts'
import { chooseDataset } from '../choose-dataset.ts'
import type { CommandArguments, Outcome, Surroundings } from '../command.ts'
import { loadPlanningReferences } from '../planning-references.ts'
import { requireOption } from '../require-option.ts'

/**
 * `readiness`: what is not ready in a data set on a day; with `--stress` also where it breaks over random incidents.
 * Always exit 0: gaps are an answer, not a failure.
 */
export async function runReadiness(given: CommandArguments, surroundings: Surroundings): Promise<Outcome> {
  const chosen = await chooseDataset(requireOption(given, 'dataset'), surroundings)
  const { dataset } = chosen
  const references = loadPlanningReferences(given, surroundings, chosen)
  const { library, parameters } = references
  const today = dayOf(given, surroundings)
  const { findings, ready, streets, limits, roadsSchematic, roadQuality } = reportReadiness(
    dataset,
    library.plans,
    parameters,
    today,
  )
  const counts = Object.fromEntries(
    [...groupBy(findings, ({ code }) => code)].map(([code, found]) => [code, found.length]),
  )
  const { id } = dataset.head
  const stress = await stressWanted(given, { dataset, ...references })
  return {
    exitCode: 0,
    document: {
      ...{ dataset: id, asOf: today, ready, counts, findings, streets, limits, roadsSchematic, roadQuality },
      ...(stress === null ? {} : { stress }),
    },
  }
}

/** The run of `--stress`; progress stands on stderr. Null when none is wanted. */
async function stressWanted({ options }: CommandArguments, ground: StressGround): Promise<StressResult | null> {
  const question = stressQuestion(options)
  if (question === null) return null
  return runStress(stressSteps(ground, question), planDispatch, ({ phase, done, of }) => {
    if (done % 50 === 0) process.stderr.write(`${phase === 'misses' ? '抽样' : '边际价值'} ${done}/${of}\n`)
  })
}

function stressQuestion(options: CommandArguments['options']): StressQuestion | null {
  const { stress, seed, 'misses-only': missesOnly } = options
  if (stress === undefined) {
    const stray = seed === undefined ? (missesOnly === true ? 'misses-only' : null) : 'seed'
    if (stray === null) return null
    throw new AppError('bad-option', `--${stray} 须与 --stress 同用：请加上 --stress <起数>。`, {
      path: `--${stray}`,
      value: options[stray],
    })
  }
  const read = StressQuestion.safeParse({
    ...{ incidents: numberOf(stress), seed: numberOf(seed ?? '1'), mode: missesOnly === true ? 'misses' : 'worth' },
  })
  if (read.success) return read.data
  const path = read.error.issues[0]?.path[0] === 'seed' ? 'seed' : 'stress'
  const limits = path === 'seed' ? '0 至 4294967295' : '1 至 10000'
  throw new AppError('bad-option', `--${path} 的值“${String(options[path])}”不对，应为 ${limits} 的整数。`, {
    path: `--${path}`,
    value: options[path],
  })
}

function numberOf(text: string | boolean): number {
  return typeof text === 'string' && text.trim() !== '' ? Number(text) : Number.NaN
}

function dayOf({ options }: CommandArguments, { nowMs }: Surroundings): string {
  const given = options['as-of']
  if (given === undefined) return new Date(nowMs() + CHINA_OFFSET_MS).toISOString().slice(0, 10)
  const date = typeof given === 'string' ? new Date(`${given}T00:00:00Z`) : new Date(Number.NaN)
  if (typeof given === 'string' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given)) return given
  throw new AppError('bad-option', `--as-of 的值“${String(given)}”不是存在的日期，应为 YYYY-MM-DD。`, {
    path: '--as-of',
    value: given,
  })
}

/** The console's users live in one time zone without summer time. */
const CHINA_OFFSET_MS = 8 * 3_600_000
