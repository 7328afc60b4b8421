import * as z from 'zod'
import { INCIDENT_TYPES } from '../taxonomy.ts'
import { Quantity } from './quantity.ts'

const Profile = z.strictObject({
  name: z.string(),
  speedKmh: Quantity,
  heightM: Quantity,
  weightT: Quantity,
  carriesHazmat: z.boolean(),
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
  /** Roads known to flood are closed from this depth on. */
  floodClosedCm: Quantity,
  floodTypes: z.array(z.enum(INCIDENT_TYPES)),
})
export type TravelParameters = z.infer<typeof TravelParameters>
