import * as z from 'zod'
import { CAPABILITIES, EVIDENCE_MARKS, INCIDENT_TYPES, TEAM_TIERS, TEAM_TYPES, VEHICLE_KINDS } from '../taxonomy.ts'
import { Quantity } from './quantity.ts'

/** Units of one capability sent for each street that no longer answers, and when they are wanted at the latest. */
export const CutOffForce = z.strictObject({
  capability: z.enum(CAPABILITIES),
  unitsEach: z.number().int().positive(),
  byS: z.number().int().positive(),
  role: z.string(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})

/** How teams are chosen; `resources/parameters/assignment.json`. */
export const AssignmentParameters = z.strictObject({
  callHandlingS: Quantity,
  cutOffForces: z.array(CutOffForce),
  /** A nearer tier this late still counts before a farther tier is asked. */
  lateToleranceS: Quantity,
  /** Later than this after the wanted time a team is of no use. */
  latestAfterS: Quantity,
  unmetPenaltyS: Quantity,
  lateWeight: Quantity,
  teamUseS: Quantity,
  vehicleUseS: Quantity,
  tierPenaltyS: Quantity,
  volunteerPenaltyS: Quantity,
  exposedTownPenaltyS: Quantity,
  /** Leaving out a team of the plan in force, or sending another one. */
  changePenaltyS: Quantity,
  /** From this share of its way on a team is not turned round. */
  noReturnShare: Quantity,
  /** The other choices of that weight: little, much, and the most that may be set. */
  exposedTownLowS: Quantity,
  exposedTownHighS: Quantity,
  exposedTownMaxS: Quantity,
  searchSteps: Quantity,
  /** The exact choice stops at this share between plan and bound, or after so many nodes; the time is a guard only. */
  solverGap: Quantity,
  solverNodes: Quantity,
  solverGuardMs: Quantity,
  runnersUp: Quantity,
  /** A crew is relieved this long after its arrival. */
  crewReliefS: Quantity,
  boatWindMs: Quantity,
  highVehicleWindMs: Quantity,
  droneWindMs: Quantity,
  helicopterWindMs: Quantity,
  builtUpCoverS: Quantity,
  ruralCoverS: Quantity,
  builtUpTowns: z.array(z.string()),
  /** The incident is at a plant when the scene lies this near to it. */
  plantAtSceneM: Quantity,
  /** A brigade belongs to the plant this near to its station. */
  ownPlantM: Quantity,
  /** Groups of tiers, nearest first; the next group is asked only when the ones before cannot cover. */
  tierGroups: z.array(z.array(z.enum(TEAM_TIERS))),
  engineKinds: z.array(z.enum(VEHICLE_KINDS)),
  highKinds: z.array(z.enum(VEHICLE_KINDS)),
  /** Types for which every team of `mobilisedTeams` takes post in its own street. */
  mobilisedTypes: z.array(z.enum(INCIDENT_TYPES)),
  mobilisedTeams: z.array(z.enum(TEAM_TYPES)),
  secondWaveTeams: z.array(z.enum(TEAM_TYPES)),
  /** Nearest district stations sent at once by alarm grade, one first. */
  stationsByFireGrade: z.array(Quantity),
  stationsByRescueGrade: z.array(Quantity),
  /** From this alarm grade on an enterprise brigade goes along. */
  brigadeFromGrade: Quantity,
  /** Words in a vehicle's status that mean it cannot go. */
  outOfServiceWords: z.array(z.string()),
  /** Enterprise brigades of the port, which are asked and not ordered, by words in their name. */
  portNameWords: z.array(z.string()),
  channels: z.strictObject({ tactical: z.string(), administrative: z.string() }),
})
export type AssignmentParameters = z.infer<typeof AssignmentParameters>
