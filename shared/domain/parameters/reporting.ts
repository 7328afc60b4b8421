import * as z from 'zod'
import { Quantity } from './quantity.ts'

/** Parameters of rosters, first orders and reports; `resources/parameters/reporting.json`. */
export const ReportingParameters = z.strictObject({
  /** Minutes after local midnight at which the day shift begins; before it the night shift of the day before is on. */
  dayShiftStartMin: Quantity,
  nightShiftStartMin: Quantity,
  /** A plant this near to the scene is taken as the plant concerned. */
  ownPlantRadiusM: Quantity,
  initialPhoneMin: Quantity,
  initialWrittenMin: Quantity,
  unitToBureauMin: Quantity,
  levelUpwardMin: Quantity,
  majorUpwardMin: Quantity,
  followUpHours: Quantity,
  followUpMajorHours: Quantity,
  finalDays: Quantity,
  finalTrafficFireDays: Quantity,
  /** Longest time a warning takes to be read out, and how fast it is read. */
  warningSpokenS: Quantity,
  spokenCharactersPerS: Quantity,
  /** Minutes after a warning by which each village and channel is to confirm. */
  warningHeardMin: Quantity,
  expertsMin: Quantity,
  expertsMax: Quantity,
  patientsPerHospitalMax: Quantity,
  /** What a hospital other than that of the version in force must save for each patient, in seconds of driving. */
  changedHospitalS: Quantity,
  /** Beds counted on when a hospital has not reported its free beds. */
  bedsWhenUnknown: Quantity,
})
export type ReportingParameters = z.infer<typeof ReportingParameters>
