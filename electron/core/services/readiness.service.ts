import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { ReadinessReport } from '#shared/domain/readiness.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { invariant } from '#shared/kernel/assert.ts'
import { measureRoadCover } from '#shared/planner/readiness/measure-road-cover.ts'
import { readinessSteps, type ReadinessQuestion } from '#shared/planner/readiness/report-readiness.ts'
import type { LibrarySource } from './library-source.ts'
import type { PlanningReferences } from './planning-port.ts'

/** How ready the district is. */
export type ReadinessService = Pick<AppHandlers['readiness'], 'report' | 'roadCover'>

/** China Standard Time: a day begins at the same moment in every window. */
const CHINA_OFFSET_MIN = 480

/** Work is put down this often, milliseconds, so that the core answers others in between. */
const BREATH_MS = 25

interface Run {
  readonly question: ReadinessQuestion
  readonly controller: AbortController
  /** Null when it was given up for newer data. */
  readonly report: Promise<ReadinessReport | null>
}

/**
 * Builds the readiness service. Both windows ask for the same day: the latest report is kept while what it read stays.
 * A report whose data were changed meanwhile is given up; who waited for it gets the one of the newer data.
 */
export function createReadinessService(core: {
  readonly nowMs: () => number
  readonly monotonicMs: () => number
  readonly library: LibrarySource
  readonly references: () => PlanningReferences
}): ReadinessService {
  let latest: Run | null = null
  const dayOf = (day: string | null): string =>
    day ?? formatInstant(Math.floor(core.nowMs() / 1000), CHINA_OFFSET_MIN).slice(0, 10)
  const report: ReadinessService['report'] = async ({ day }, caller) => {
    const { parameters, library } = core.references()
    const today = dayOf(day)
    const question: ReadinessQuestion = [core.library.current(), library.plans, parameters, today]
    if (latest === null || question.some((part, index) => part !== latest?.question[index])) {
      // Another day is another question; the same day of older data is of no use to anybody.
      if (latest?.question[3] === today) latest.controller.abort()
      const controller = new AbortController()
      const steps = readinessSteps(...question)
      latest = { question, controller, report: inSteps(steps, controller.signal, core.monotonicMs) }
    }
    return (await latest.report) ?? report({ day }, caller)
  }
  const roadCover: ReadinessService['roadCover'] = async ({ day }) => {
    const steps = measureRoadCover(core.library.current(), core.references().parameters, dayOf(day))
    const cover = await inSteps(steps, new AbortController().signal, core.monotonicMs)
    invariant(cover !== null, 'nobody gives up a road cover')
    return cover
  }
  return { report, roadCover }
}

async function inSteps<T>(
  steps: Generator<void, T>,
  signal: AbortSignal,
  monotonicMs: () => number,
): Promise<T | null> {
  let breathMs = monotonicMs()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (monotonicMs() - breathMs < BREATH_MS) continue
    await new Promise((resolve) => setImmediate(resolve))
    if (signal.aborted) return null
    breathMs = monotonicMs()
  }
}
