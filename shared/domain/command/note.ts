import * as z from 'zod'

/** Pictures a note may carry; a film is refused, a still of it is taken. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** Longest picture, bytes (design: 20 MB). */
export const PICTURE_MAX_BYTES = 20 * 1024 * 1024

/** A picture of a note; its bytes are kept beside the log by their SHA-256 (hex). */
export const Attachment = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Name of the file as it was given. */
  name: z.string().min(1),
  mime: z.enum(PICTURE_TYPES),
  size: z.number().int().positive().max(PICTURE_MAX_BYTES),
  /** Picture points. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})
export type Attachment = z.infer<typeof Attachment>

/** What a note can be pinned to besides its place. */
export const PIN_KINDS = ['order', 'team', 'report'] as const

/** A note from the scene. It never changes; a correction is a note that names it. */
export const FieldNote = z.strictObject({
  noteId: z.string().min(1),
  text: z.string(),
  /** Where, in words; empty = not told. */
  place: z.string(),
  /** WGS84; null = not told. */
  position: z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }).nullable(),
  /** When it was seen, as somebody stated it; null = not told. */
  takenAt: z.string().nullable(),
  /** Who saw it. */
  author: z.string().min(1),
  attachments: z.array(Attachment),
  pinnedTo: z.array(z.strictObject({ kind: z.enum(PIN_KINDS), id: z.string().min(1) })),
  /** The note this one corrects, or null. */
  corrects: z.string().nullable(),
})
export type FieldNote = z.infer<typeof FieldNote>

/** Operations about notes. */
export const NOTE_OPS = {
  'v1.note.added': FieldNote,
} as const
