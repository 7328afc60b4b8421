import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { GainWorth, StressedIncident, StressMiss, StressQuestion, StressResult } from '../../domain/stress.ts'
import { digestOf } from '../../kernel/digest.ts'
import { libraryDigests } from '../library/plan-digest.ts'
import { PLANNER_VERSION } from '../planner-version.ts'
import type { PlanningProblem } from '../problem.ts'
import { applyGain } from './apply-gain.ts'
import { prepareDraw } from './draw-incidents.ts'
import { judgeIncident } from './judge-incident.ts'
import { proposeGains, type ProposedGain } from './propose-gains.ts'
import { countedShare, summariseRun } from './summarise-run.ts'

/** What every plan of a run is made from; the incidents are drawn. */
export type StressGround = Pick<PlanningProblem, 'dataset' | 'parameters' | 'hazmat' | 'library'>

/** The next plan that is wanted, and how far the run is. */
export interface StressStep {
  readonly problem: PlanningProblem
  readonly phase: 'misses' | 'worth'
  readonly done: number
  /** Plans of this phase. */
  readonly of: number
}

/** A run in steps: each asks for one plan and is given it, or null when the planner refuses the incident. */
export type StressSteps = Generator<StressStep, StressResult, DispatchPlan | null>

/**
 * Plans drawn incidents one by one and says what they missed; in mode `worth` then plans those that missed something
 * again with one more of it, over the same draws (common random numbers). All plans are drafts: no proof is needed to
 * count what is missing. Whoever runs it makes the plans, where and when it likes: the result does not depend on that.
 */
export function* stressSteps(ground: StressGround, question: StressQuestion): StressSteps {
  const { dataset, parameters } = ground
  const draw = prepareDraw(dataset, parameters.stress)
  const incidents: StressedIncident[] = []
  for (let index = 0; index < question.incidents; index += 1) {
    const incident = draw.at(question.seed, index)
    const problem: PlanningProblem = { ...ground, incident, effort: 'draft' }
    const plan = yield { problem, phase: 'misses', done: index, of: question.incidents }
    incidents.push(judgeIncident(index, incident, plan, parameters.assignment))
  }
  const worth = question.mode === 'worth' ? yield* measureWorth(ground, question.seed, incidents) : []
  const { id, name, asOf, isDemo } = dataset.head
  return {
    ...{ schema: 'stress/1', question, plannerVersion: PLANNER_VERSION, datasetVersion: dataset.version },
    ...{
      parametersVersion: parameters.version,
      libraryVersion: libraryVersion(ground.library),
      dataset: { id, name, asOf, isDemo },
    },
    roadsSchematic: dataset.roadsSchematic,
    summary: summariseRun(incidents, dataset, draw.notDrawn),
    ...{ worth, incidents },
  }
}

/** What the contingency plans say, as one digest. */
export function libraryVersion(library: PlanningProblem['library']): string {
  return digestOf(libraryDigests(library))
}

function* measureWorth(
  ground: StressGround,
  seed: number,
  incidents: readonly StressedIncident[],
): Generator<StressStep, GainWorth[], DispatchPlan | null> {
  const { parameters } = ground
  const draw = prepareDraw(ground.dataset, parameters.stress)
  // The draws are independent, so the first of them are a fair sample.
  const tried = proposeGains(ground.dataset, incidents, parameters).map((proposed) => ({
    ...{ proposed, sample: proposed.missed.slice(0, parameters.stress.worthSample.value) },
  }))
  const of = tried.reduce((sum, { sample }) => sum + sample.length, 0)
  let done = 0
  const worth: GainWorth[] = []
  for (const { proposed, sample } of tried) {
    const dataset = applyGain(ground.dataset, proposed.gain)
    const pairs: { before: StressedIncident; after: StressedIncident }[] = []
    for (const before of sample) {
      const incident = draw.at(seed, before.index)
      const plan = yield { problem: { ...ground, dataset, incident, effort: 'draft' }, phase: 'worth', done, of }
      done += 1
      pairs.push({ before, after: judgeIncident(before.index, incident, plan, parameters.assignment) })
    }
    worth.push(worthOf(proposed, pairs))
  }
  return worth.sort((a, b) => shareClosed(b) * b.missed - shareClosed(a) * a.missed || (a.gain.id < b.gain.id ? -1 : 1))
}

function shareClosed({ closed }: GainWorth): number {
  return closed.of === 0 ? 0 : closed.part / closed.of
}

function worthOf(
  { gain, missed, atBest }: ProposedGain,
  pairs: readonly { before: StressedIncident; after: StressedIncident }[],
): GainWorth {
  const missOf = ({ misses }: StressedIncident): StressMiss | undefined => misses.find(({ key }) => key === gain.key)
  const closed = pairs.filter(({ after }) => missOf(after) === undefined)
  const eased = pairs.filter(({ before, after }) => {
    const [was, is] = [missOf(before)?.missing ?? null, missOf(after)?.missing ?? null]
    return was !== null && is !== null && is < was
  })
  const worse = pairs.filter(({ before, after }) =>
    after.misses.some(({ key }) => !before.misses.some((miss) => miss.key === key)),
  )
  return {
    ...{ gain, missed: missed.length, atBest, closed: countedShare(closed.length, pairs.length) },
    ...{ eased: eased.length, worse: worse.length },
  }
}
