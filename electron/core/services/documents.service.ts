import type { AppHandlers } from '#shared/contract/app-contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { DocumentGround } from '#shared/text/documents/document-ground.ts'
import { bindDocuments, incidentDocuments, type IncidentDocument } from '#shared/text/documents/incident-documents.ts'
import { docxOf } from '../documents/docx-of.ts'
import { createDocumentGrounds, type DocumentGroundParts } from './document-grounds.ts'

/** Builds the documents service: written from the newest plan and its live orders at every question, and kept nowhere. */
export function createDocumentsService(core: DocumentGroundParts): AppHandlers['documents'] {
  const groundOf = createDocumentGrounds(core)
  return {
    list: ({ incidentId }) => {
      const ground = groundOf(incidentId)
      if (ground === null) return { version: null, documents: [] }
      const documents = incidentDocuments(ground).map(({ key, kind, title, number, detail, issued }) => ({
        ...{ key, kind, title, number, detail, issued },
      }))
      return { version: ground.version, documents }
    },
    get: ({ incidentId, keys }) => {
      const ground = groundOf(incidentId)
      if (ground === null) {
        throw new AppError('not-found', '该事件还没有方案，文书取自方案；请先生成三案', {
          path: 'incidentId',
          value: incidentId,
        })
      }
      return bindDocuments(ground, chosen(ground, keys))
    },
    docx: async ({ document }) => ({
      fileName: `${document.fileName}.docx`,
      base64: Buffer.from(await docxOf(document)).toString('base64'),
    }),
  }
}

function chosen(ground: DocumentGround, keys: readonly string[]): IncidentDocument[] {
  const byKey = new Map(incidentDocuments(ground).map((document) => [document.key, document]))
  return keys.map((key) => {
    const document = byKey.get(key)
    if (document !== undefined) return document
    throw new AppError('not-found', `现行方案第${ground.version}版没有文书“${key}”；请刷新列表后重新选择`, {
      path: 'keys',
      value: key,
    })
  })
}
