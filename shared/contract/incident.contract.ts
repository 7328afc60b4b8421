import * as z from 'zod'
import { Incident } from '../domain/incident.ts'
import { LEVELS } from '../domain/taxonomy.ts'
import { command, query } from './define.ts'

const CommandId = z.uuid()
const IncidentId = z.string().min(1)

/** One incident in a list. */
export const IncidentSummary = z.strictObject({
  incidentId: IncidentId,
  number: z.string(),
  title: z.string(),
  type: z.string(),
  mode: z.enum(['real', 'drill', 'tabletop']),
  address: z.string(),
  receivedAt: z.string(),
  level: z.enum(LEVELS).nullable(),
  planVersion: z.number().int().nullable(),
  revision: z.number().int(),
})
export type IncidentSummary = z.infer<typeof IncidentSummary>

/** Incidents and their facts. */
export const incidentContract = {
  /** Opens an incident from an intake form; the facts are the first entry of its record. */
  open: command({
    input: z.strictObject({ commandId: CommandId, incident: Incident }),
    output: z.strictObject({ incidentId: IncidentId, number: z.string(), revision: z.number().int() }),
    changes: ['incidents', 'journal'],
  }),
  /** Replaces the facts of an incident; the earlier facts stay in the record. */
  amend: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      expectedRevision: z.number().int(),
      incident: Incident,
    }),
    output: z.strictObject({ revision: z.number().int() }),
    changes: ['incidents', 'journal'],
  }),
  list: query({ input: z.strictObject({}), output: z.array(IncidentSummary), topics: ['incidents', 'plans'] }),
  get: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z.strictObject({ summary: IncidentSummary, incident: Incident }),
    topics: ['incidents', 'plans'],
  }),
}
