import { formatInstant } from '../../kernel/instant.ts'
import { transferDeadline, type TransferDeadline } from '../evacuation/transfer-deadline.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import type { SceneTexts } from './text-names.ts'

/** What the deadline is for, short enough to be read out. */
const SHORT_CAUSES: Readonly<Record<TransferDeadline['cause'], string>> = {
  gale: '大风',
  landfall: '登陆',
  dusk: '天黑',
  roadFlood: '淹路',
  roadCloses: '封路',
  default: '',
}

/** Texts of a transfer by list: how many, by when and why; known before anything is solved. */
export function transferTexts(
  problem: PlanningProblem,
  facts: FactSheet,
): Pick<SceneTexts, 'listed' | 'street' | 'townListed' | 'transferBy'> {
  const deadline = transferDeadline(problem, facts)
  const clock = formatInstant(deadline.atS, facts.offsetMin).slice(11, 16)
  return {
    listed: listedText(listedPeople(problem, null)),
    street: facts.town ?? '各街道',
    townListed: listedText(listedPeople(problem, facts.town)),
    transferBy:
      deadline.cause === 'default' || deadline.atS <= facts.nowS
        ? '尽快在大风、天黑前'
        : `${clock}${SHORT_CAUSES[deadline.cause]}前`,
  }
}

/** Streets with people on the transfer list, by name. */
export function listedTowns({ dataset }: PlanningProblem): string[] {
  const towns = dataset.populationPoints.filter(isListed).map((row) => row.town)
  return [...new Set(towns)].filter((town) => town !== '').sort()
}

/** People on the transfer list of one street; of all with null. */
export function listedPeople({ dataset }: PlanningProblem, town: string | null): number {
  return dataset.populationPoints
    .filter((row) => isListed(row) && (town === null || row.town === town))
    .reduce((sum, row) => sum + row.people, 0)
}

/** How many stand on a list, in words; an empty list is said, not counted as 0. */
export function listedText(people: number): string {
  return people === 0 ? '名单内人员' : `${people}人`
}

function isListed(row: { readonly list: string; readonly hazard: string }): boolean {
  return row.list === 'transfer' || (row.list === '' && row.hazard !== '')
}
