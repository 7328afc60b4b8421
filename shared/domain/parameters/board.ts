import * as z from 'zod'
import { Quantity } from './quantity.ts'

/**
 * When a state on the board is too old to be trusted, by what it is about and what it says, and what the board marks;
 * `resources/parameters/board.json`.
 */
export const BoardParameters = z.strictObject({
  staleOrderedS: Quantity,
  staleMovingS: Quantity,
  staleOnSceneS: Quantity,
  staleWorkingS: Quantity,
  staleWaitingS: Quantity,
  staleDistressS: Quantity,
  staleTransferS: Quantity,
  staleShelterS: Quantity,
  stalePeopleS: Quantity,
  staleTrappedS: Quantity,
  staleHospitalS: Quantity,
  staleRoadS: Quantity,
  reliefSoonS: Quantity,
  airLowMin: Quantity,
  lateFromS: Quantity,
  aheadToleranceS: Quantity,
})
export type BoardParameters = z.infer<typeof BoardParameters>
