import { openZip } from '../../open-zip.ts'
import { brokenKml, MAX_KML_BYTES } from './parse-kml.ts'

/** The document, and as much again of pictures. */
const MAX_KMZ_BYTES = 2 * MAX_KML_BYTES

/** The KML inside a `.kmz`: `doc.kml`, or the only one there is. Throws `file-broken`. */
export function openKmz(bytes: Uint8Array, file: string): Uint8Array {
  const documents = openZip(bytes, file, MAX_KMZ_BYTES).filter(({ name }) => /\.kml$/i.test(name))
  const main = documents.find(({ name }) => name.toLowerCase() === 'doc.kml') ?? documents[0]
  if (main === undefined) throw brokenKml(file, '压缩包里没有 .kml 文件')
  return main.bytes()
}
