import * as z from 'zod'
import { Attachment, FieldNote } from '../domain/command/note.ts'
import { command, query } from './define.ts'

const CommandId = z.uuid()
const IncidentId = z.string().min(1)

const NoteRow = FieldNote.extend({
  addedAt: z.string(),
  who: z.string(),
  role: z.string(),
  correctedBy: z.array(z.string()),
})
export type NoteRow = z.infer<typeof NoteRow>

/** A picture that was read and not yet kept. */
const StagedPicture = Attachment.omit({ width: true, height: true }).extend({ base64: z.string() })
export type StagedPicture = z.infer<typeof StagedPicture>

/** Field notes with pictures. */
export const notesContract = {
  list: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z.array(NoteRow),
    topics: ['reports'],
  }),
  /** Reads pictures the operator chose or dropped; nothing is kept before a note names them. Each refused file says why. */
  readPictures: query({
    input: z.strictObject({ ticket: z.string().min(1) }),
    output: z.strictObject({
      pictures: z.array(StagedPicture),
      refused: z.array(z.strictObject({ name: z.string(), message: z.string() })),
    }),
    topics: [],
  }),
  add: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      note: FieldNote.omit({ noteId: true }).extend({
        text: z.string().trim().max(2000),
        author: z.string().trim().min(1, '请填写谁看到的').max(50),
        place: z.string().trim().max(200),
      }),
    }),
    output: z.strictObject({ noteId: z.string() }),
    changes: ['reports', 'journal'],
  }),
  /** The bytes of a kept picture. */
  picture: query({
    input: z.strictObject({ hash: z.string() }),
    output: z.strictObject({ mime: z.string(), base64: z.string() }),
    topics: [],
  }),
}
