import * as z from 'zod'
import { HEADQUARTERS } from '../domain/taxonomy.ts'
import { command, query } from './define.ts'

/** Name of a person as typed. */
export const PersonName = z.string().trim().min(1, '请写明姓名').max(40)

/** An officer on duty. */
export const OfficerOnDuty = z.strictObject({
  hq: z.enum(HEADQUARTERS),
  officer: z.string(),
  since: z.string(),
  relieves: z.string().nullable(),
  /** Whom he relieved had not handed over; the reason then stands in the record. */
  withoutHandover: z.boolean(),
  seat: z.string(),
  /** True for this machine. */
  isHere: z.boolean(),
})
export type OfficerOnDuty = z.infer<typeof OfficerOnDuty>

/** Who is on duty in the headquarters. */
export const dutyContract = {
  /** `own` = at the calling window; `all` = of both headquarters on every machine whose record is here. */
  officers: query({
    input: z.strictObject({}),
    output: z.strictObject({ own: OfficerOnDuty.nullable(), all: z.array(OfficerOnDuty) }),
    topics: ['headquarters'],
  }),
  /** Takes the duty of the calling window's headquarters. Somebody on duty is relieved by handover; without one only with a reason. */
  sign: command({
    input: z.strictObject({ commandId: z.uuid(), officer: PersonName, reason: z.string().trim().max(300).default('') }),
    output: z.strictObject({ officer: z.string(), relieves: z.string().nullable() }),
    changes: ['headquarters', 'journal'],
  }),
}
