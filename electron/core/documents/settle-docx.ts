import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Date of every part in the package; when a document was made stands in its text. */
const ZIPPED_AT = new Date(2000, 0, 1)

/**
 * Takes out of a Word file what differs from one writing to the next: the moment it was written, identifiers drawn by
 * lot or counted on from the document before, and the order of its parts.
 */
export function settleDocx(packed: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(packed)).sort(([one], [other]) => (one < other ? -1 : 1))
  const settled = parts.map(([path, bytes]) => [path, path.endsWith('.xml') ? settlePart(path, bytes) : bytes] as const)
  // The list of types stands first, where readers look for it (ECMA-376-2, 10.1.2).
  const [types, others] = [true, false].map((isTypes) =>
    settled.filter(([path]) => (path === '[Content_Types].xml') === isTypes),
  )
  return zipSync(Object.fromEntries([...(types ?? []), ...(others ?? [])]), { mtime: ZIPPED_AT })
}

function settlePart(path: string, bytes: Uint8Array): Uint8Array {
  let pictures = 0
  return strToU8(
    strFromU8(bytes)
      // The moment of writing: optional, and not that of the document's words.
      .replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '')
      .replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${(pictures += 1)}"`)
      .replace(/(id="PowerPlusWaterMarkObject)[^"]*/g, `$1${/\d+/.exec(path)?.[0] ?? ''}`),
  )
}
