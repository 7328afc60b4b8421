import type { ContingencyPlan, ContingencyPlanLibrary } from '../../domain/contingency-plan.ts'
import { canonicalJson, sha256Hex } from '../../kernel/digest.ts'

/** Plans are values and never change, so each is worked out once. */
const known = new WeakMap<ContingencyPlan, string>()

/** SHA-256 (hex) of a plan's canonical JSON: what it says, wherever it is kept. */
export function planDigest(plan: ContingencyPlan): string {
  const found = known.get(plan)
  if (found !== undefined) return found
  const digest = sha256Hex(canonicalJson(plan))
  known.set(plan, digest)
  return digest
}

/** What every plan of a library says, by id. */
export function libraryDigests({ plans }: ContingencyPlanLibrary): Readonly<Record<string, string>> {
  return Object.fromEntries(plans.map((plan) => [plan.id, planDigest(plan)]))
}
