import type { StagingArea } from '../../domain/plan/movement-plan.ts'
import { distanceM } from '../../kernel/geo.ts'
import { floorDistanceM } from '../rules/hard/staging-place.ts'
import { capacityOf, describeFurtherSite } from './describe-site.ts'
import { findLawfulSites, rankSites } from './rank-sites.ts'
import type { StagingRequest } from './staging-request.ts'

/** More places than this nobody can direct; what does not fit then is said. */
const MORE_AT_MOST = 3

/** How many of the lawful places are compared for each further area. */
const COMPARED = 60

/**
 * Further staging areas for vehicles that the chosen ones do not hold: lawful by the same rule, a whole queue away from
 * every other place, best first, until the spare room is enough. Fewer, or none, when the ground has no more.
 */
export function chooseMoreStaging(
  request: StagingRequest,
  areas: readonly StagingArea[],
  missingRoom: number,
): StagingArea[] {
  const { context, waysOut } = request
  const apartM = context.parameters.longestQueueM.value
  const lawful = findLawfulSites(request, 'staging', floorDistanceM('staging', context)).filter(
    (site) => !site.onExpressway && waysOut.count(site.road) > 1,
  )
  const found: StagingArea[] = []
  let room = 0
  while (room < missingRoom && found.length < MORE_AT_MOST) {
    const taken = [...areas, ...found]
    const free = lawful.filter(({ position }) => taken.every((other) => distanceM(other.location, position) >= apartM))
    const [best] = rankSites(request, free.slice(0, COMPARED))
    if (best === undefined) break
    const number = taken.filter(({ kind }) => kind === 'staging').length + 1
    const first = areas.find(({ kind }) => kind === 'staging')?.name ?? ''
    found.push(describeFurtherSite(best, number, first, context, waysOut))
    room += capacityOf(best, context) ?? 0
  }
  return found
}
