import type { PlanCriteria } from '../../domain/plan/alternatives.ts'
import type { Reason } from '../../domain/reason.ts'
import type { AlternativeParameters } from '../../domain/parameters/alternatives.ts'
import { makeReason } from '../reason.ts'

/** How one plan stands to another: 1 = better, −1 = worse, 0 = no noticeable difference. */
export interface Standing {
  readonly action: -1 | 0 | 1
  readonly people: -1 | 0 | 1
  readonly cover: -1 | 0 | 1
}

/** Compares two plans on the three figures; differences nobody would notice are none. */
export function standingOf(mine: PlanCriteria, other: PlanCriteria, parameters: AlternativeParameters): Standing {
  const { noticeableActionS, noticeablePersonS, noticeableShare, noticeableCoverS } = parameters
  const never = Number.MAX_SAFE_INTEGER
  const people = Math.max(
    noticeablePersonS.value,
    noticeableShare.value * Math.max(mine.exposedPersonS, other.exposedPersonS),
  )
  return {
    action: less(mine.firstActionS ?? never, other.firstActionS ?? never, noticeableActionS.value),
    people: less(mine.exposedPersonS, other.exposedPersonS, people),
    cover: less(mine.townsOver, other.townsOver, 1) || less(mine.coverOverS, other.coverOverS, noticeableCoverS.value),
  }
}

/** True when the plan is better in nothing and worse in something. */
export function isDominated(standing: Standing): boolean {
  const figures = [standing.action, standing.people, standing.cover]
  return figures.every((figure) => figure <= 0) && figures.some((figure) => figure < 0)
}

/** True when nobody would notice a difference. */
export function isSame({ action, people, cover }: Standing): boolean {
  return action === 0 && people === 0 && cover === 0
}

/** What the plan gains and what it costs against the other one, one sentence a figure. */
export function sayDifference(mine: PlanCriteria, other: PlanCriteria, standing: Standing): Reason[] {
  const needs = mine.firstActionNeeds
  const action =
    mine.firstActionS === null || other.firstActionS === null
      ? makeReason(mine.firstActionS === null ? 'alternative-never' : 'alternative-first-at-all', { needs })
      : makeReason(standing.action > 0 ? 'alternative-sooner' : 'alternative-later', {
          needs,
          firstActionS: mine.firstActionS,
          differenceS: Math.abs(mine.firstActionS - other.firstActionS),
        })
  return [
    ...(standing.action === 0 ? [] : [action]),
    ...(standing.people === 0
      ? []
      : [
          makeReason(standing.people > 0 ? 'alternative-fewer-exposed' : 'alternative-more-exposed', {
            personMin: Math.round(mine.exposedPersonS / 60),
            differenceMin: Math.round(Math.abs(mine.exposedPersonS - other.exposedPersonS) / 60),
          }),
        ]),
    ...(standing.cover === 0
      ? []
      : [
          makeReason(standing.cover > 0 ? 'alternative-more-cover' : 'alternative-less-cover', {
            townsOver: mine.townsOver,
            otherTownsOver: other.townsOver,
            differenceS: Math.abs(mine.coverOverS - other.coverOverS),
          }),
        ]),
  ]
}

/** What the plan takes besides the three figures, so that a price paid elsewhere is seen. */
export function sayEffort(mine: PlanCriteria, other: PlanCriteria): Reason {
  return makeReason('alternative-effort', {
    teams: mine.teams,
    otherTeams: other.teams,
    outside: mine.outsideTeams,
    otherOutside: other.outsideTeams,
    missing: mine.unitsMissing,
    otherMissing: other.unitsMissing,
    lateMin: Math.round(mine.lateS / 60),
    otherLateMin: Math.round(other.lateS / 60),
  })
}

function less(mine: number, other: number, noticeable: number): -1 | 0 | 1 {
  if (Math.abs(mine - other) < noticeable || mine === other) return 0
  return mine < other ? 1 : -1
}
