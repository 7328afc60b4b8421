import * as z from 'zod'

/** Pixels of 1/96 inch from the left and from the top of a frame. */
const Place = z.tuple([z.number(), z.number()])

/** One thing that is drawn; later ones lie over earlier ones. All in black, told apart by line and mark, never by colour. */
const DrawnItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('line'),
    points: z.array(Place).min(2),
    /** `way` = the way to go, `road` = another road, `edge` = the edge of an area, `closed` = closed to us, `thin` = aids. */
    line: z.enum(['way', 'road', 'edge', 'closed', 'thin']),
  }),
  /** A closed area, hatched so that what lies under it stays readable. */
  z.strictObject({ kind: z.literal('area'), points: z.array(Place).min(3) }),
  z.strictObject({
    kind: z.literal('mark'),
    at: Place,
    mark: z.enum(['scene', 'staging', 'forward', 'commandPost', 'start']),
  }),
  z.strictObject({
    kind: z.literal('words'),
    at: Place,
    text: z.string(),
    anchor: z.enum(['start', 'middle', 'end']),
  }),
  /** An arrow from its tail to its head. */
  z.strictObject({ kind: z.literal('arrow'), from: Place, to: Place }),
])
export type DrawnItem = z.infer<typeof DrawnItem>

/** A part of a drawing with an edge; what reaches beyond it is cut off. */
const DrawnFrame = z.strictObject({
  at: Place,
  widthPx: z.number().positive(),
  heightPx: z.number().positive(),
  items: z.array(DrawnItem),
})
export type DrawnFrame = z.infer<typeof DrawnFrame>

/** A drawing on paper: no map tiles, words in the paper's own font. */
export const PaperDrawing = z.strictObject({
  widthPx: z.number().positive(),
  heightPx: z.number().positive(),
  /** What it shows, for people and programs that cannot see it. */
  title: z.string().min(1),
  frames: z.array(DrawnFrame).min(1),
})
export type PaperDrawing = z.infer<typeof PaperDrawing>
