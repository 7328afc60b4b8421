import { planWithSolver } from '#electron/core/solver/plan-with-solver.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Finding, Reason } from '#shared/domain/reason.ts'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import { planAlternatives } from '#shared/planner/alternatives/plan-alternatives.ts'
import { rankUnknowns } from '#shared/planner/explain/rank-unknowns.ts'
import { checkIncident } from '#shared/planner/situation/check-incident.ts'
import { chooseDataset } from '../choose-dataset.ts'
import type { CommandArguments, Outcome, Surroundings } from '../command.ts'
import { explainPlan } from '../explain-plan.ts'
import { parsePlan } from '../parse-plan.ts'
import { loadPlanningReferences } from '../planning-references.ts'
import { requireOption } from '../require-option.ts'
import { readJsonInput } from '../read-input.ts'

/** `plan`: one incident → the dispatch plan. Exit 3 when the plan itself holds a `block` finding. */
export async function runPlan(given: CommandArguments, surroundings: Surroundings): Promise<Outcome> {
  const choice = requireOption(given, 'dataset')
  const incidentFile = requireOption(given, 'incident')
  const alternatives = alternativesWanted(given)
  const incident = parseIncident(readJsonInput(incidentFile, surroundings))
  const inForce = planInForce(given, surroundings)
  const chosen = await chooseDataset(choice, surroundings)
  const { dataset } = chosen
  const references = loadPlanningReferences(given, surroundings, chosen)
  checkIncident(incident, dataset, references.hazmat)

  const startedMs = surroundings.steadyMs()
  const { planDispatch } = planWithSolver(logToStderr)
  const problem = { incident, dataset, ...references, ...inForce }
  const plan = await planDispatch(problem)
  const elapsedMs = Math.round(surroundings.steadyMs() - startedMs)
  const others = alternatives === null ? null : await planAlternatives(problem, plan, alternatives, planDispatch)
  const findings = others?.verdict ? [...plan.findings, noAlternatives(others.verdict)] : plan.findings
  const document = {
    ...withElapsed(plan, elapsedMs),
    findings,
    ...(others === null
      ? {}
      : { criteria: others.criteria, alternatives: others.alternatives, alternativesTried: others.tried }),
    ...(given.options['explain'] === true
      ? { unknowns: await rankUnknowns(problem, plan, planDispatch), explanation: explainPlan(plan) }
      : {}),
  }
  return { exitCode: findings.some(({ severity }) => severity === 'block') ? 3 : 0, document }
}

/** The plan of `--in-force`, which the new one keeps as far as it may. */
function planInForce({ options }: CommandArguments, surroundings: Surroundings): Pick<PlanningProblem, 'inForce'> {
  const file = options['in-force']
  const keepAll = options['keep-all'] === true
  if (typeof file === 'string')
    return { inForce: { plan: parsePlan(readJsonInput(file, surroundings), file), keepAll } }
  if (!keepAll) return {}
  throw new AppError('bad-option', '--keep-all 须与 --in-force 同用：请给出在用方案的文件。', {
    path: '--keep-all',
    value: true,
  })
}

/** The plan is made all the same, as a draft; what went wrong stands on stderr. */
function logToStderr(where: string, error: unknown): void {
  process.stderr.write(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}

/** The planner itself knows no clock; the time it took is filled in where it is run. */
function withElapsed(plan: DispatchPlan, elapsedMs: number): DispatchPlan {
  return { ...plan, forcePlan: { ...plan.forcePlan, solver: { ...plan.forcePlan.solver, elapsedMs } } }
}

function alternativesWanted({ options }: CommandArguments): number | null {
  const text = options['alternatives']
  if (text === undefined) return null
  if (typeof text === 'string' && /^\d{1,2}$/.test(text)) return Number(text)
  throw new AppError('bad-option', `--alternatives 的值“${String(text)}”不对，应为 0 至 99 的整数。`, {
    path: '--alternatives',
    value: text,
  })
}

function noAlternatives({ code, text, facts }: Reason): Finding {
  return { code, severity: 'info', where: 'alternatives', text, facts }
}
