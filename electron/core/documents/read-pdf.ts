/** What a written PDF says of itself. */
export interface PdfFacts {
  /** Size of every page, points of 1/72 inch, in file order. */
  readonly pages: readonly { readonly widthPt: number; readonly heightPt: number }[]
  /** PostScript names of its fonts. */
  readonly fonts: readonly string[]
  /** Fonts that describe themselves and carry no font program: another machine would draw them differently. */
  readonly fontsNotEmbedded: readonly string[]
}

/**
 * Reads pages and fonts of a PDF as Chromium writes it (ISO 32000-1: objects in plain text, only their streams packed).
 * Not a reader for PDFs of other makers.
 */
export function readPdf(bytes: Uint8Array): PdfFacts {
  const text = new TextDecoder('latin1').decode(bytes)
  const objects = [...text.matchAll(/\b\d+ 0 obj\b([\s\S]*?)(?:\bstream\r?\n|\bendobj\b)/g)].map(
    ([, body = '']) => body,
  )
  const boxOf = (body: string): { widthPt: number; heightPt: number } => {
    const [left = 0, bottom = 0, right = 0, top = 0] = (/\/MediaBox\s*\[([^\]]+)\]/.exec(body)?.[1] ?? '')
      .trim()
      .split(/\s+/)
      .map(Number)
    return { widthPt: right - left, heightPt: top - bottom }
  }
  const descriptors = objects.filter((body) => /\/Type\s*\/FontDescriptor\b/.test(body))
  const nameOf = (body: string): string => /\/FontName\s*\/([^\s/>]+)/.exec(body)?.[1] ?? ''
  return {
    pages: objects.filter((body) => /\/Type\s*\/Page\b/.test(body)).map(boxOf),
    fonts: descriptors.map(nameOf),
    fontsNotEmbedded: descriptors.filter((body) => !/\/FontFile[23]?\b/.test(body)).map(nameOf),
  }
}
