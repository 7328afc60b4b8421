import * as z from 'zod'
import { PaperDocument } from '../domain/paper-document.ts'
import { query } from './define.ts'

/** Documents of an incident, and any paper as a Word file. */
export const documentsContract = {
  /** A document as DOCX, ready for `file.saveBytes` of the shell. The same document gives the same bytes. */
  docx: query({
    input: z.strictObject({ document: PaperDocument }),
    output: z.strictObject({ fileName: z.string(), base64: z.base64() }),
    topics: [],
  }),
}
