import { LOST_LINKS, type Incident, type LostLink } from '../../domain/incident.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'

/** A street that lost contact, in the planner's terms; epoch seconds. */
export interface CutOffTownFacts {
  readonly town: string
  /** When contact was lost; the moment the incident began when nobody said, so that its relief clock runs no slower. */
  readonly sinceS: number
  readonly isSinceKnown: boolean
  readonly lost: readonly LostLink[]
}

/** Chinese names of what a street has lost. */
export const LINK_NAMES: Readonly<Record<LostLink, string>> = { power: '断电', network: '断网', road: '断路' }

/** Streets without contact (三断), by name; the time of loss is never later than now. */
export function readCutOffTowns(
  incident: Pick<Incident, 'cutOffTowns' | 'occurredAt' | 'receivedAt'>,
  nowS: number,
): CutOffTownFacts[] {
  const begin = parseInstant(incident.occurredAt ?? '') ?? parseInstant(incident.receivedAt ?? '')
  const towns = (incident.cutOffTowns ?? []).map(({ town, since, lost }) => {
    const told = parseInstant(since ?? '')
    return {
      town,
      sinceS: Math.min(nowS, (told ?? begin)?.epochS ?? nowS),
      isSinceKnown: told !== null,
      lost: LOST_LINKS.filter((link) => lost === undefined || lost.includes(link)),
    }
  })
  return sortedBy(towns, ({ town }) => [town])
}

/** The street a record stands in when no telephone reaches it any more; null = it can be rung. */
export function silentTown(
  { town }: { readonly town: string },
  { cutOffTowns }: { readonly cutOffTowns: readonly CutOffTownFacts[] },
): CutOffTownFacts | null {
  return cutOffTowns.find((entry) => entry.town === town && entry.lost.includes('network')) ?? null
}

/** True when no road leads into the street. */
export function isRoadLost({ lost }: Pick<CutOffTownFacts, 'lost'>): boolean {
  return lost.includes('road')
}
