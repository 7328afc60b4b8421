import { fieldNotesOf } from '#shared/command/notes/field-notes.ts'
import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import type { Attachment } from '#shared/domain/command/note.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { findAttachment, hasAttachment, saveAttachment } from '../../db/repositories/attachment.repo.ts'
import type { VouchedFiles } from '../../imports/vouched-files.ts'
import { answerOnce } from '../answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from '../incident.service.ts'
import { createStagedPictures, type StagedPictures } from './staged-pictures.ts'
import { requireMoment } from './stated-moment.ts'

/** Field notes with pictures. */
export type NotesService = AppHandlers['notes']

/** What the notes service works with. */
export type NotesServiceParts = IncidentServiceParts & { readonly vouchedFiles: VouchedFiles }

/** Builds the notes service. */
export function createNotesService(core: NotesServiceParts): NotesService {
  const staged = createStagedPictures()
  return {
    list: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      return fieldNotesOf(core.log.opsOf(incidentId)).map(({ body, addedAt, by, correctedBy }) => ({
        ...body,
        addedAt,
        who: by.user,
        role: by.role,
        correctedBy: [...correctedBy],
      }))
    },

    readPictures: async ({ ticket }) => {
      const read = await staged.read(await core.vouchedFiles.pathsOf(ticket))
      return {
        pictures: read.flatMap((file) =>
          'hash' in file
            ? [
                {
                  hash: file.hash,
                  name: file.name,
                  mime: file.mime,
                  size: file.bytes.length,
                  base64: file.bytes.toString('base64'),
                },
              ]
            : [],
        ),
        refused: read.flatMap((file) => ('hash' in file ? [] : [{ ...file }])),
      }
    },

    add: (input, caller) => {
      const command = { channel: 'notes.add', input, output: appContract.notes.add.output }
      return answerOnce(core, command, (recorder) => {
        const { incidentId, note } = input
        existingIncident(core.db, incidentId)
        if (note.text === '' && note.attachments.length === 0) {
          throw new AppError('bad-input', '现场记录是空的；请写一句话或添加照片', { path: 'note.text', value: '' })
        }
        if (note.takenAt !== null) requireMoment(note.takenAt, 'note.takenAt')
        refuseUnknownCorrection(core, incidentId, note.corrects)
        for (const attachment of note.attachments) keepBytes(core, staged, attachment)
        const noteId = `note-${input.commandId}`
        recorder.append({
          kind: 'v1.note.added',
          incidentId,
          entity: `note:${noteId}`,
          basis: [],
          by: authorOf(caller),
          body: { ...note, noteId },
        })
        return { noteId }
      })
    },

    picture: ({ hash }) => {
      const kept = findAttachment(core.db, hash)
      if (kept !== null) return { mime: kept.mime, base64: kept.bytes.toString('base64') }
      throw new AppError(
        'not-found',
        `照片 ${hash.slice(0, 12)}… 不在本机（由另一席位添加，尚未传来）；请再次合并数据`,
        {
          path: 'hash',
          value: hash,
        },
      )
    },
  }
}

function keepBytes(core: NotesServiceParts, staged: StagedPictures, { hash, name }: Attachment): void {
  const picture = staged.find(hash)
  if (picture !== null) saveAttachment(core.db, picture)
  else if (!hasAttachment(core.db, hash)) {
    throw new AppError('not-found', `照片 ${name} 已不在内存中，未保存；请重新选择这张照片`, {
      path: 'note.attachments',
      value: hash,
    })
  }
}

function refuseUnknownCorrection(core: NotesServiceParts, incidentId: string, corrects: string | null): void {
  if (corrects === null || fieldNotesOf(core.log.opsOf(incidentId)).some(({ body }) => body.noteId === corrects)) return
  throw new AppError('not-found', `没有编号为“${corrects}”的现场记录；请刷新后重试`, {
    path: 'note.corrects',
    value: corrects,
  })
}
