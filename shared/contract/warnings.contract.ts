import * as z from 'zod'
import { IssuedWarning, WARNED_KINDS, WarningHeard } from '../domain/command/warning.ts'
import { command, query } from './define.ts'

const CommandId = z.uuid()
const IncidentId = z.string().min(1)
const Names = z.array(z.string().trim().min(1).max(100)).max(300)

/** What a warning would be, from the plan in force; empty parts where there is no plan. */
const WarningDraft = z.strictObject({
  area: z.string(),
  villages: z.array(z.string()),
  channels: z.array(z.string()),
  text: z.string(),
  zones: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  planVersion: z.number().int().nullable(),
})
export type WarningDraft = z.infer<typeof WarningDraft>

/** Whom to ring in a village. */
const WarningContact = z.strictObject({ name: z.string(), person: z.string(), phone: z.string() })
export type WarningContact = z.infer<typeof WarningContact>

const WarningRow = IssuedWarning.extend({
  issuedAt: z.string(),
  who: z.string(),
  targets: z.array(z.strictObject({ kind: z.enum(WARNED_KINDS), name: z.string(), word: WarningHeard.nullable() })),
  lifted: z.strictObject({ at: z.string(), who: z.string(), reason: z.string() }).nullable(),
})
export type WarningRow = z.infer<typeof WarningRow>

/** Warnings of the people in the zone: given at once by either headquarters, then followed until heard. */
export const warningsContract = {
  list: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z.strictObject({
      warnings: z.array(WarningRow),
      draft: WarningDraft,
      contacts: z.array(WarningContact),
      /** Characters that can be read out in the time there is, and that time in seconds. */
      maxCharacters: z.number().int(),
      spokenS: z.number(),
    }),
    topics: ['reports', 'plans'],
  }),
  /** Gives a warning at once. Refused with `bad-input` when it cannot be read out in time. */
  issue: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      area: z.string().trim().min(1, '请填写预警范围').max(200),
      villages: Names,
      channels: Names.min(1, '请至少选一个发布渠道'),
      text: z.string().trim().min(1, '请填写预警内容'),
      zoneIds: z.array(z.string()),
      planVersion: z.number().int().nullable(),
    }),
    output: z.strictObject({ warningId: z.string(), number: z.string() }),
    changes: ['reports', 'journal'],
  }),
  /** What is said of villages and channels. */
  heard: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      words: z
        .array(WarningHeard.extend({ saidBy: z.string().trim().min(1, '请填写是谁说的').max(50) }))
        .min(1)
        .max(300),
    }),
    output: z.strictObject({}),
    changes: ['reports', 'journal'],
  }),
  /** The danger is over: administrative headquarters only. */
  lift: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      warningId: z.string().min(1),
      reason: z.string().trim().min(1, '请写明解除理由').max(300),
    }),
    output: z.strictObject({}),
    changes: ['reports', 'journal'],
  }),
}
