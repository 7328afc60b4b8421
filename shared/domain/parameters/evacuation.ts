import * as z from 'zod'
import { Quantity } from './quantity.ts'

/** Parameters of evacuation and transfer; `resources/parameters/evacuation.json`. */
export const EvacuationParameters = z.strictObject({
  /** From decision to the warning being heard. */
  alarmS: Quantity,
  /** To wake and dress at night; by day to put work down. */
  wakeNightS: Quantity,
  wakeDayS: Quantity,
  walkSpeedMs: Quantity,
  /** Wind speed the cloud clock assumes when wind is unknown, and when it is calm. */
  cloudSpeedUnknownMs: Quantity,
  cloudSpeedCalmMs: Quantity,
  /** People per square kilometre, to estimate those on no list. */
  densityPerKm2: Quantity,
  /** Share of the residents who are at home by day; the others are at work or school elsewhere. */
  dayPresenceShare: Quantity,
  /** People per square kilometre around a forest fire, in hamlets that no list names. */
  forestDensityPerKm2: Quantity,
  /** Kept between a pick-up point and the zones. */
  zoneMarginM: Quantity,
  /** A transfer shorter than this goes on foot. */
  walkTransferMaxM: Quantity,
  /** Notice, gathering and head-count before a transfer leaves. */
  transferNoticeS: Quantity,
  /** Boarding and leaving a bus, each trip. */
  boardingS: Quantity,
  /** Boats for places without a road: speed loaded, how far they go, launching at the landing, seats of the crew. */
  boatSpeedMs: Quantity,
  boatReachM: Quantity,
  boatLaunchS: Quantity,
  boatCrew: Quantity,
  shelterCandidates: Quantity,
  /** What a shelter other than that of the version in force must save for each person, in seconds of travel. */
  changedShelterS: Quantity,
  /** Price of a shelter that is not standardised, or has no video, in seconds of travel. */
  notStandardisedS: Quantity,
  noVideoS: Quantity,
  /** Wind speed of force 8, above which nobody is moved in the open. */
  galeMs: Quantity,
  /** Rain of one forecast step that is taken to flood roads. */
  roadFloodRainMm: Quantity,
  /** Time for a transfer when nothing else sets one. */
  transferWithinS: Quantity,
  /** A shelter this near to a risk point counts as inside it. */
  riskPointRadiusM: Quantity,
  /** Transfer list of a landslide: points within this distance of the scene. */
  geoTransferRadiusM: Quantity,
  forestSectorHalfDeg: Quantity,
  forestReachM: Quantity,
  forestNearM: Quantity,
  floorM2PerPerson: Quantity,
  /** Groups of up to this many people stay together where one shelter has room for all of them. */
  keepWholeUpTo: Quantity,
  /** Storm surge: people of the transfer list within this distance of the coast are moved. */
  surgeReachM: Quantity,
  /** Vehicles an hour that one road passes in foul weather, for the clearance times. */
  roadVehiclesPerH: Quantity,
  /** A carrier whose name contains one of these takes people who cannot board a bus. */
  accessibleCarriers: z.array(z.string().min(1)),
  /** People a crowd loses through its exits each second. */
  crowdFlowPerS: Quantity,
  /** People to be housed for each fallen building, those of unsafe neighbours with them. */
  homelessPerBuilding: Quantity,
  /** More places than this are told by street, not one by one. */
  groupAbovePlaces: Quantity,
  /** Largest shelters opened first when the places are told by street. */
  massShelters: Quantity,
})
export type EvacuationParameters = z.infer<typeof EvacuationParameters>
