import * as z from 'zod'
import { AppError } from '#shared/kernel/app-error.ts'
import { parseJson } from '../../decode-text.ts'

/**
 * `<name>.columns` (JSON) inside a zipped shapefile that this program wrote: what a `.dbf` cannot hold. Column names are cut to
 * ten bytes there and texts to 254; the whole ones stand here, with a beginning by which a later change in the `.dbf` shows.
 */
export const Sidecar = z.object({
  schema: z.literal('shapefile-columns/1'),
  head: z.record(z.string(), z.unknown()),
  /** Column name in the `.dbf` → name in the table. */
  columns: z.record(z.string(), z.string()),
  /** Whole texts: record from 0, column of the `.dbf`, what stands there, and what is meant. */
  /** Rings that run the shapefile's way in the library too, by record: GeoJSON wants them the other way round. */
  asDrawn: z.array(z.object({ record: z.number().int(), rings: z.array(z.number().int()) })),
  texts: z.array(z.object({ record: z.number().int(), column: z.string(), cut: z.string(), text: z.string() })),
})
export type Sidecar = z.infer<typeof Sidecar>

/** How a text that was cut ends. */
export const CUT_MARK = '…'
/** Most bytes of a `.dbf` text, and the fewest that a cut one has: at most one character and the mark are missing. */
export const DBF_TEXT_BYTES = 254
export const SHORTEST_CUT_BYTES = 248

interface Restoring {
  readonly head: Readonly<Record<string, unknown>>
  readonly columns: ReadonlyMap<string, string>
  readonly asDrawn: ReadonlyMap<number, readonly number[]>
  readonly texts: ReadonlyMap<string, { readonly cut: string; readonly text: string }>
}

/** Reads a sidecar; null without one. Throws `bad-json` or `file-broken`. */
export function readSidecar(text: string | null, file: string): Restoring | null {
  if (text === null) return null
  const parsed = Sidecar.safeParse(parseJson(text, `${file.slice(0, -4)}.columns`))
  if (!parsed.success) {
    throw new AppError('file-broken', `“${file}”旁边的 .columns 不是本程序写的列名对照表。请删去它或重新导出。`, {
      path: file,
    })
  }
  const { head, columns, texts, asDrawn } = parsed.data
  return {
    head,
    columns: new Map(Object.entries(columns)),
    asDrawn: new Map(asDrawn.map(({ record, rings }) => [record, rings])),
    texts: new Map(texts.map(({ record, column, ...rest }) => [`${record}|${column}`, rest])),
  }
}

/** A row with whole names and texts. A text that was edited after the export is taken as it stands in the `.dbf`. */
export function restoreRow(
  sidecar: Restoring | null,
  row: Readonly<Record<string, string>>,
  record: number,
): Record<string, string> {
  if (sidecar === null) return { ...row }
  const cells = Object.entries(row).map(([column, value]) => {
    const whole = sidecar.texts.get(`${record}|${column}`)
    return [sidecar.columns.get(column) ?? column, whole?.cut === value ? whole.text : value] as const
  })
  return Object.fromEntries(cells)
}
