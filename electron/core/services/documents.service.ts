import type { AppHandlers } from '#shared/contract/app-contract.ts'
import { docxOf } from '../documents/docx-of.ts'

/** Builds the documents service: it writes files and keeps nothing. */
export function createDocumentsService(): AppHandlers['documents'] {
  return {
    docx: async ({ document }) => ({
      fileName: `${document.fileName}.docx`,
      base64: Buffer.from(await docxOf(document)).toString('base64'),
    }),
  }
}
