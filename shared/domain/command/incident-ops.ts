import * as z from 'zod'
import { Incident } from '../incident.ts'
import { LevelOverride, LevelRise, RiseSeen } from '../level-record.ts'

/** A call was taken: the facts as first known. */
const Opened = z.strictObject({ number: z.string(), incident: Incident, receivedAt: z.string() })
/** New facts replace the ones before; those stay in the record. */
const Amended = z.strictObject({ revision: z.number().int(), incident: Incident, receivedAt: z.string() })

/** Operations about an incident, its facts and its levels. */
export const INCIDENT_OPS = {
  'v1.incident.opened': Opened,
  'v1.incident.amended': Amended,
  'v1.incident.graded': LevelOverride,
  'v1.incident.levelRose': LevelRise,
  'v1.incident.riseSeen': RiseSeen,
} as const
