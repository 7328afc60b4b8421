import type { Movement } from '../domain/plan/movement-plan.ts'

/** How a team goes that does not drive, and where to: by air to a landing site, by water to a waiting place afloat. */
export const WAYS_OFF_ROAD = {
  air: { way: '直升机', to: '起降点' },
  water: { way: '水路', to: '水上待命处' },
} as const

/** What is shown of a movement: by its mode, or what is said of the way by road. A movement without a mode drives. */
export function byWay<T>(mode: Movement['mode'], words: { readonly air: T; readonly water: T; readonly road: T }): T {
  return words[mode ?? 'road']
}
