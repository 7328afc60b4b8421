import * as z from 'zod'
import { AlternativeParameters } from './alternatives.ts'
import { AssignmentParameters } from './assignment.ts'
import { BoardParameters } from './board.ts'
import { CommandParameters } from './command.ts'
import { EvacuationParameters } from './evacuation.ts'
import { GradingParameters } from './grading.ts'
import { ReadinessParameters } from './readiness.ts'
import { ReportingParameters } from './reporting.ts'
import { StagingParameters } from './staging.ts'
import { StressParameters } from './stress.ts'
import { SupplyParameters } from './supplies.ts'
import { TravelParameters } from './travel.ts'
import { UnknownParameters } from './unknowns.ts'
import { ZoneParameters } from './zones.ts'

/** All tunable numbers of the planner, one section a file in `resources/parameters`; stored with each plan by version. */
export const Parameters = z.strictObject({
  version: z.string(),
  travel: TravelParameters,
  staging: StagingParameters,
  assignment: AssignmentParameters,
  supplies: SupplyParameters,
  evacuation: EvacuationParameters,
  reporting: ReportingParameters,
  grading: GradingParameters,
  zones: ZoneParameters,
  alternatives: AlternativeParameters,
  unknowns: UnknownParameters,
  readiness: ReadinessParameters,
  stress: StressParameters,
  board: BoardParameters,
  command: CommandParameters,
})
export type Parameters = z.infer<typeof Parameters>
