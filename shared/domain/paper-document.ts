import * as z from 'zod'
import { PaperDrawing } from './paper-drawing.ts'

/** Sheets a document can be printed on, with their size in millimetres (ISO 216). */
export const PAPER_SIZES = { A5: { widthMm: 148, heightMm: 210 }, A4: { widthMm: 210, heightMm: 297 } } as const

/** One step of a list: the words, what to say on the radio, and by when. */
const PaperStep = z.strictObject({
  text: z.string(),
  radio: z.string().nullable(),
  /** Time limit in words; null = none. */
  within: z.string().nullable(),
})

/** A part of a sheet. Every block is written from top to bottom in the order given. */
const PaperBlock = z.discriminatedUnion('kind', [
  /** A heading of the sheet; `minor` = one below another. It never stands last on a page. */
  z.strictObject({ kind: z.literal('heading'), text: z.string(), minor: z.boolean().optional() }),
  /** `flush`: without the indent of an official document's paragraph, as the line that names who it goes to (主送机关). */
  z.strictObject({
    kind: z.literal('text'),
    text: z.string(),
    strong: z.boolean().optional(),
    flush: z.boolean().optional(),
  }),
  /** Short lines of equal weight, each with a dot. */
  z.strictObject({ kind: z.literal('list'), lines: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('steps'), steps: z.array(PaperStep) }),
  /** What must never be done. */
  z.strictObject({ kind: z.literal('bans'), lines: z.array(z.string()) }),
  /** Name and value; a value that is not known is null and left as a line to write on. */
  z.strictObject({
    kind: z.literal('facts'),
    rows: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })),
    /** 2 = two pairs side by side; 1 when it is not said. */
    columns: z.literal([1, 2]).optional(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    head: z.array(z.string()),
    /** Width of each column in percent of the sheet's frame. */
    widths: z.array(z.number().positive()),
    rows: z.array(z.array(z.string())),
  }),
  z.strictObject({ kind: z.literal('sketch'), drawing: PaperDrawing, caption: z.string() }),
  /** Boxes to sign in, side by side: what each is for. */
  z.strictObject({ kind: z.literal('signatures'), fields: z.array(z.string()).min(1) }),
  /** Who signs for the whole and when (落款): short lines at the right edge. */
  z.strictObject({ kind: z.literal('closing'), lines: z.array(z.string()).min(1) }),
])
export type PaperBlock = z.infer<typeof PaperBlock>

/** One sheet: everything on it must fit unless it flows over to further pages. */
const PaperSheet = z.strictObject({
  title: z.string().min(1),
  /** Small line above the title, such as the headquarters and the incident. */
  above: z.string(),
  blocks: z.array(PaperBlock),
  /** Number and version on the left of the foot: the same as on the screen. */
  number: z.string().min(1),
  /** Where it comes from, on the right of the foot. */
  source: z.string(),
  /** True: takes as many pages as it needs, each with head, foot and page x of y. Absent: one page, or it is refused. */
  flows: z.boolean().optional(),
})
export type PaperSheet = z.infer<typeof PaperSheet>

/** `paper-document/1`: what is printed or kept as PDF, sheet by sheet. */
export const PaperDocument = z.strictObject({
  schema: z.literal('paper-document/1'),
  title: z.string().min(1),
  /** Name of the file it is kept under, without folder and ending. */
  fileName: z.string().min(1),
  paper: z.enum(['A5', 'A4']),
  /**
   * `official`: a document that leaves the house, set as GB/T 9704-2012 sets them (22 pt title in the middle, 16 pt body,
   * margins 37/35/28/26 mm). Absent: a working sheet, dense.
   */
  look: z.enum(['working', 'official']).optional(),
  /** Large word across every sheet, such as 演练; null = the real thing. */
  watermark: z.string().min(1).nullable(),
  sheets: z.array(PaperSheet).min(1),
})
export type PaperDocument = z.infer<typeof PaperDocument>

/** Kinds of documents of an incident, in the order they are listed. */
export const DOCUMENT_KINDS = ['plan', 'brief', 'order', 'transfer', 'supply'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]
