import type { DecisionCode } from '../../domain/plan/alternatives.ts'

/** One decision taken otherwise than usual; plain data, so that it can be sent to a worker and hashed. */
export interface Decision {
  readonly code: DecisionCode
  /** With `otherSide`: the bearing of the usual waiting place as seen from the scene, degrees. */
  readonly awayFromDeg?: number
}
