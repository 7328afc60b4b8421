import * as z from 'zod'
import { DOCUMENT_KINDS, PaperDocument } from '../domain/paper-document.ts'
import { query } from './define.ts'

/** A document that can be asked for. */
export const DocumentHead = z.strictObject({
  key: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  /** Number on the paper. */
  number: z.string(),
  detail: z.string(),
  /** False: the order it belongs to was not issued yet. Null where it belongs to none. */
  issued: z.boolean().nullable(),
})
export type DocumentHead = z.infer<typeof DocumentHead>

/** Documents of an incident, and any paper as a Word file. */
export const documentsContract = {
  /** Every document of the newest plan, in its order; empty before the first plan. */
  list: query({
    input: z.strictObject({ incidentId: z.string() }),
    output: z.strictObject({ version: z.number().int().nullable(), documents: z.array(DocumentHead) }),
    topics: ['incidents', 'plans', 'journal', 'library'],
  }),
  /** Documents of the newest plan as one A4 paper, in the order given. Refused with `not-found` where the plan has none of that key. */
  get: query({
    input: z.strictObject({ incidentId: z.string(), keys: z.array(z.string().min(1)).min(1).max(500) }),
    output: PaperDocument,
    topics: ['incidents', 'plans', 'journal', 'library'],
  }),
  /** A document as DOCX, ready for `file.saveBytes` of the shell. The same document gives the same bytes. */
  docx: query({
    input: z.strictObject({ document: PaperDocument }),
    output: z.strictObject({ fileName: z.string(), base64: z.base64() }),
    topics: [],
  }),
}
