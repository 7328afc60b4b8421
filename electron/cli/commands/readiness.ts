import { AppError } from '#shared/kernel/app-error.ts'
import { groupBy } from '#shared/kernel/order.ts'
import { reportReadiness } from '#shared/planner/readiness/report-readiness.ts'
import { chooseDataset } from '../choose-dataset.ts'
import type { CommandArguments, Outcome, Surroundings } from '../command.ts'
import { loadPlanningReferences } from '../planning-references.ts'
import { requireOption } from '../require-option.ts'

/** `readiness`: what is not ready in a data set on a day. Always exit 0: gaps are an answer, not a failure. */
export async function runReadiness(given: CommandArguments, surroundings: Surroundings): Promise<Outcome> {
  const chosen = await chooseDataset(requireOption(given, 'dataset'), surroundings)
  const { dataset } = chosen
  const { library, parameters } = loadPlanningReferences(given, surroundings, chosen)
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
  return {
    exitCode: 0,
    document: { dataset: id, asOf: today, ready, counts, findings, streets, limits, roadsSchematic, roadQuality },
  }
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
