import type { Movement, MovementPlan } from '../../domain/plan/movement-plan.ts'
import type { Capability } from '../../domain/taxonomy.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { parseInstant } from '../../kernel/instant.ts'
import type { SentTeam } from '../forces/sent-team.ts'

/** Capabilities that open the attack. */
const FIRST_WORK: ReadonlySet<Capability> = new Set([
  'HAZ_RECON',
  'HAZ_PLUG',
  'FOAM',
  'FIRE_BLDG',
  'FIRE_HIGH',
  'FIRE_OIL',
  'FIRE_FOREST',
  'FIRE_SHIP',
  'EXTRICATE',
  'SEARCH_USAR',
  'WATER_RESCUE',
  'ROPE',
])

/** Place of a team in a wave: 0 recon, foam and attack, 1 command and communications, 2 supply and the rest. */
export function convoyRank({ fills, load }: Pick<SentTeam, 'fills' | 'load'>): 0 | 1 | 2 {
  const work = fills.flatMap(({ demand }) => demand.capability ?? [])
  if (work.some((capability) => FIRST_WORK.has(capability))) return 0
  const commands = load.vehicles.some(({ vehicle }) => vehicle.kind === 'CMD') || work.includes('COMMS')
  return commands ? 1 : 2
}

/**
 * Waves at each waiting place: teams that arrive within the wave time of its first one form up together and go forward
 * by their work; a later wave never goes before an earlier one.
 */
export function orderConvoys(
  movements: readonly Movement[],
  sent: readonly SentTeam[],
  { spacingM, waveS }: { readonly spacingM: number; readonly waveS: number },
): MovementPlan['convoy'] {
  const ranks = new Map(sent.map((team) => [team.candidate.team.id, convoyRank(team)]))
  const places = groupBy(
    sortedBy(
      movements.filter(({ mode }) => mode !== 'air' && mode !== 'water'),
      (movement) => [movement.stagingAreaId ?? '', movement.arriveAt, movement.teamId],
    ),
    (movement) => movement.stagingAreaId ?? '',
  )
  return [...places.values()].flatMap((arriving) => {
    const waves = wavesOf(arriving, waveS)
    const ordered = sortedBy(arriving, (movement) => [
      waves.get(movement.teamId) ?? 1,
      ranks.get(movement.teamId) ?? 2,
      movement.arriveAt,
      movement.teamId,
    ])
    return ordered.map((movement, index) => ({
      stagingAreaId: movement.stagingAreaId,
      order: index + 1,
      teamId: movement.teamId,
      teamName: movement.teamName,
      arriveAt: movement.arriveAt,
      spacingM,
      wave: waves.get(movement.teamId) ?? 1,
      vehicles: movement.vehicles,
      lastArriveAt: movement.lastArriveAt,
    }))
  })
}

function wavesOf(arriving: readonly Movement[], waveS: number): ReadonlyMap<string, number> {
  let wave = 0
  let startS = -Infinity
  return new Map(
    arriving.map((movement) => {
      const arriveS = parseInstant(movement.arriveAt)?.epochS ?? 0
      if (arriveS - startS > waveS) {
        wave += 1
        startS = arriveS
      }
      return [movement.teamId, wave] as const
    }),
  )
}
