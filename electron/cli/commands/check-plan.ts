import { parseIncident } from '#shared/domain/parse-incident.ts'
import { checkPlan } from '#shared/planner/check-plan.ts'
import { checkIncident } from '#shared/planner/situation/check-incident.ts'
import { chooseDataset } from '../choose-dataset.ts'
import type { CommandArguments, Outcome, Surroundings } from '../command.ts'
import { parsePlan } from '../parse-plan.ts'
import { loadPlanningReferences } from '../planning-references.ts'
import { requireOption } from '../require-option.ts'
import { readJsonInput } from '../read-input.ts'

/** `check-plan`: the findings on any plan. Exit 3 when one of them blocks it. */
export async function runCheckPlan(given: CommandArguments, surroundings: Surroundings): Promise<Outcome> {
  const choice = requireOption(given, 'dataset')
  const file = requireOption(given, 'plan')
  const plan = parsePlan(readJsonInput(file, surroundings), file)
  const incident = parseIncident(plan.incident)
  const chosen = await chooseDataset(choice, surroundings, plan)
  const { dataset } = chosen
  const references = loadPlanningReferences(given, surroundings, chosen)
  checkIncident(incident, dataset, references.hazmat)
  const findings = checkPlan(plan, { dataset, ...references })
  const feasible = findings.every(({ severity }) => severity !== 'block')
  return { exitCode: feasible ? 0 : 3, document: { findings, feasible } }
}
