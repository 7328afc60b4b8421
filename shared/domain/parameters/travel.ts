import * as z from 'zod'
import { INCIDENT_TYPES } from '../taxonomy.ts'
import { Quantity } from './quantity.ts'

const Profile = z.strictObject({
  name: z.string(),
  speedKmh: Quantity,
  heightM: Quantity,
  weightT: Quantity,
  carriesHazmat: z.boolean(),
  /** Deepest water it drives through. */
  wadingCm: Quantity,
})

/** How vehicles travel; `resources/parameters/travel.json`. */
export const TravelParameters = z.strictObject({
  profiles: z.strictObject({
    engine: Profile,
    heavy: Profile,
    light: Profile,
    ambulance: Profile,
    bus: Profile,
    lorry: Profile,
    tanker: Profile,
    walk: Profile,
  }),
  /** Speed by road class, used only where the road gives none. */
  classSpeeds: z.strictObject({
    motorway: Quantity,
    motorwayLink: Quantity,
    trunk: Quantity,
    primary: Quantity,
    secondary: Quantity,
    tertiary: Quantity,
    service: Quantity,
    ferry: Quantity,
    other: Quantity,
  }),
  nightFactor: Quantity,
  rainFactor: Quantity,
  /** Driven distance over straight distance where no road data exists. */
  roadFactor: Quantity,
  /** Speed between a place and the road it was put on. */
  accessSpeedKmh: Quantity,
  /** Speed over unmapped ground beyond `snapLimitM`. */
  unmappedSpeedKmh: Quantity,
  snapLimitM: Quantity,
  /** Expressways, links, bridges and tunnels can be joined only this near to the line. */
  onRoadM: Quantity,
  /** A closure counts when its window touches this many seconds from planner time. */
  closureHorizonS: Quantity,
  /** A road with a time window is driven only when it is left this long before closing and entered this long after opening. */
  closureMarginS: Quantity,
  /** Waiting at a ferry landing where the data give none; wind from which no ferry runs. */
  ferryWaitS: Quantity,
  ferryWindMs: Quantity,
  /** Opening a locked gate where the data give no time. */
  gateWaitS: Quantity,
  /** Types after which bridges and tunnels count as unchecked, and the longest detour driven to keep off them. */
  uncheckedStructureTypes: z.array(z.enum(INCIDENT_TYPES)),
  uncheckedDetourS: Quantity,
  /** Speed of a helicopter in a straight line; a slower machine flies at its own. */
  helicopterSpeedKmh: Quantity,
  /** Speed of a fire boat or tug; a slower vessel sails at its own. */
  vesselSpeedKmh: Quantity,
  /** Length of the way by water against the straight line. */
  vesselWayFactor: Quantity,
  floodTypes: z.array(z.enum(INCIDENT_TYPES)),
})
export type TravelParameters = z.infer<typeof TravelParameters>
