import { matchedTemplates } from '../handling/merge-templates.ts'
import type { PersonRow } from '../../domain/dataset/tables.ts'
import { RUNNERS_UP_MAX, type NotChosen } from '../../domain/plan/not-chosen.ts'
import type { Reason } from '../../domain/reason.ts'
import { distanceM } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { makeFinding, makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { unavailableIds } from '../people/unavailable.ts'

interface Candidate {
  readonly person: PersonRow
  /** Straight-line metres to the scene; null when the expert's place is not known. */
  readonly distanceM: number | null
  readonly fitsType: boolean
  /** Position of the first wanted field the expert has; the number of wanted fields when none. */
  readonly fieldRank: number
  readonly field: string
  /** Why nobody can ring this expert; null = can be called. */
  readonly barred: Reason | null
}

/**
 * Chooses experts for the incident: first the nearest of each field the contingency plan asks for, then the nearest
 * others who know this type of incident.
 */
export function selectExperts(
  problem: PlanningProblem,
  previous: Pick<StageValues, 'facts' | 'contingencyPlans'>,
): StageResult<StageValues['experts']> {
  const { expertsMin, expertsMax } = problem.parameters.reporting
  const wanted = wantedFields(problem, previous.contingencyPlans)
  const known = rankCandidates(problem, previous, wanted)
  const candidates = known.filter(({ barred }) => barred === null)
  const perField = wanted.flatMap((_, rank) => candidates.find((candidate) => candidate.fieldRank === rank) ?? [])
  const others = candidates.filter((candidate) => candidate.fitsType && !perField.includes(candidate))
  const chosen = [...perField, ...others].slice(0, expertsMax.value)
  const few = chosen.length < expertsMin.value
  return {
    value: chosen.map((candidate) => ({
      ...callOf(candidate, previous.facts.hazmat),
      runnersUp: runnersUpOf(candidate, { known, chosen, wanted: wanted.length }),
    })),
    read: ['people', 'incident.unavailable', 'facts.type', 'facts.scene', 'facts.hazmat', 'library.experts'],
    notes: [],
    findings: few
      ? [makeFinding('experts-few', 'warn', 'forcePlan.experts', { found: chosen.length, wanted: expertsMin.value })]
      : [],
  }
}

function wantedFields(problem: PlanningProblem, matched: StageValues['contingencyPlans']): string[] {
  const fields = matchedTemplates(problem.library, matched, problem.incident.type).flatMap((plan) => plan.experts)
  return [...new Set(fields)]
}

function rankCandidates(
  problem: PlanningProblem,
  { facts }: Pick<StageValues, 'facts'>,
  wanted: readonly string[],
): Candidate[] {
  const away = unavailableIds(problem.incident, 'person')
  const candidates = problem.dataset.people
    .filter((person) => person.isExpert === 1)
    .map((person): Candidate => {
      const fields = wanted.map((field) => person.specialties.some((own) => own.includes(field) || field.includes(own)))
      const rank = fields.indexOf(true)
      const known = person.lng !== null && person.lat !== null
      return {
        person,
        distanceM: known ? Math.round(distanceM({ lng: person.lng ?? 0, lat: person.lat ?? 0 }, facts.scene)) : null,
        fitsType: person.hazards.includes(facts.type),
        fieldRank: rank < 0 ? wanted.length : rank,
        field: wanted[rank] ?? person.specialties[0] ?? person.post,
        barred: away.has(person.id)
          ? makeReason('expert-next-away')
          : person.phone === ''
            ? makeReason('expert-next-phone')
            : null,
      }
    })
    .filter((candidate) => candidate.fitsType || candidate.fieldRank < wanted.length)
  return sortedBy(candidates, ({ person, distanceM: metres, fitsType }) => [
    fitsType ? 0 : 1,
    metres ?? Number.MAX_SAFE_INTEGER,
    person.id,
  ])
}

/** The next best for the same field, or of those who know this type: in their order, each with the reason why not. */
function runnersUpOf(
  chosen: Candidate,
  all: { readonly known: readonly Candidate[]; readonly chosen: readonly Candidate[]; readonly wanted: number },
): NotChosen[] {
  const byField = chosen.fieldRank < all.wanted
  return all.known
    .filter((other) => !all.chosen.includes(other))
    .filter((other) => (byField ? other.fieldRank === chosen.fieldRank : other.fitsType))
    .slice(0, RUNNERS_UP_MAX)
    .map((other) => ({ id: other.person.id, name: other.person.name, reasons: [whyNot(other, chosen, byField)] }))
}

function whyNot(other: Candidate, chosen: Candidate, byField: boolean): Reason {
  const { field } = other
  if (other.barred !== null) return other.barred
  if (chosen.fitsType && !other.fitsType) return makeReason('expert-next-untyped', { field })
  if (other.distanceM === null && chosen.distanceM !== null) return makeReason('expert-next-place-unknown', { field })
  const moreM = other.distanceM === null || chosen.distanceM === null ? 0 : other.distanceM - chosen.distanceM
  if (other.distanceM === null || moreM < TELLING_M)
    return makeReason('expert-next-same', { chosen: chosen.person.name })
  const facts = { distanceKm: tenthsKm(other.distanceM), moreKm: tenthsKm(moreM), chosen: chosen.person.name }
  return byField
    ? makeReason('expert-next-farther', { field, ...facts })
    : makeReason('expert-next-type-farther', facts)
}

/** Half of the least distance that is told: below it two experts are equally far. */
const TELLING_M = 50

function tenthsKm(metres: number): number {
  return Math.round(metres / 100) / 10
}

/** Fields that are asked about the substance itself. */
const SUBSTANCE_FIELDS = ['危险化学品', '化工', '毒理', '环境监测']

function callOf(
  { person, distanceM: metres, fitsType, field }: Candidate,
  hazmat: FactSheet['hazmat'],
): StageValues['experts'][number] {
  const aboutSubstance = hazmat !== null && SUBSTANCE_FIELDS.some((word) => field.includes(word))
  return {
    personId: person.id,
    name: person.name,
    specialty: person.specialties.join('、') || person.post,
    phone: person.phone,
    reasons: [
      makeReason(fitsType ? 'expert-type' : 'expert-field', { field, organisation: person.organisation }),
      metres === null
        ? makeReason('expert-place-unknown')
        : makeReason('expert-distance', { distanceKm: tenthsKm(metres) }),
      ...(aboutSubstance
        ? [
            makeReason('expert-substance', {
              substance: hazmat.substance?.nameZh ?? '不明物质（先协助辨识）',
              un: hazmat.un ?? '未知',
            }),
          ]
        : []),
    ],
  }
}
