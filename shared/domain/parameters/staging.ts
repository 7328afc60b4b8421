import * as z from 'zod'
import { INCIDENT_TYPES } from '../taxonomy.ts'
import { Quantity } from './quantity.ts'

/** Where units wait and park; `resources/parameters/staging.json`. */
export const StagingParameters = z.strictObject({
  /** Every point lies this far outside every zone. */
  zoneMarginM: Quantity,
  /** Nobody parks this near to a mapped low point. */
  lowPointM: Quantity,
  upwindLimitDeg: Quantity,
  /** Side wind is allowed up to this angle, when no upwind place exists. */
  sideLimitDeg: Quantity,
  sideIsolationFactor: Quantity,
  floorM: Quantity,
  liquefiedFlammableFloorM: Quantity,
  heatedFlammableFloorM: Quantity,
  toxicIsolationFactor: Quantity,
  forwardFloorM: Quantity,
  commandPostFactor: Quantity,
  /** With an unusable wind two sites must differ by this bearing. */
  oppositeSidesDeg: Quantity,
  candidateStepM: Quantity,
  searchBandM: Quantity,
  searchLimitM: Quantity,
  candidatesTried: Quantity,
  vehicleSpacingM: Quantity,
  /** Between vehicles on the march; decides the length of a column. */
  marchSpacingM: Quantity,
  /** Teams that arrive within this time of the first form one wave. */
  convoyWaveS: Quantity,
  longestQueueM: Quantity,
  /** An expressway this near to the scene makes it an expressway scene. */
  expresswayReachM: Quantity,
  expresswayPenaltyS: Quantity,
  expresswaySignsM: Quantity,
  expresswaySecondLineM: Quantity,
  roadCordonM: Quantity,
  /** Multiplied onto cordons and signs at night, in rain, snow and fog. */
  poorVisibilityFactor: Quantity,
  /** Engines stand at least this far behind the wreck. */
  wreckGapM: Quantity,
  collapseHeightFactor: Quantity,
  roadClasses: z.array(z.string()),
  /** Types without one dangerous scene: teams assemble in the streets they serve. */
  areaTypes: z.array(z.enum(INCIDENT_TYPES)),
  /** Those of them that touch only the streets near the scene: teams of other streets come to the scene's street. */
  localAreaTypes: z.array(z.enum(INCIDENT_TYPES)),
  /** A street this near to the scene is touched, or within the uncertainty of the scene when that is larger. */
  localAreaReachM: Quantity,
})
export type StagingParameters = z.infer<typeof StagingParameters>
