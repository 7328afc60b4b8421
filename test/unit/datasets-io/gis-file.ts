import iconv from 'iconv-lite'
import type { SourceFile } from '#electron/core/datasets/source-files.ts'

/** A GeoJSON collection of features `[properties, geometry]`. */
export function geoJson(features: readonly (readonly [object, object | null])[], head: object = {}): string {
  const members = features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry }))
  return JSON.stringify({ type: 'FeatureCollection', ...head, features: members })
}

/** A file as readers get it. */
export function sourceOf(name: string, content: string | Uint8Array): SourceFile {
  return { name, bytes: () => (typeof content === 'string' ? Buffer.from(content) : content) }
}

/** A `.dbf` of texts in an encoding; every column takes 40 bytes. */
export function dbfOf(columns: readonly string[], rows: readonly (readonly string[])[], encoding = 'utf8'): Buffer {
  const [headerBytes, recordBytes] = [33 + columns.length * 32, 1 + columns.length * 40]
  const file = Buffer.alloc(headerBytes + rows.length * recordBytes, ' ')
  file.fill(0, 0, headerBytes)
  file[0] = 3
  file.writeUInt32LE(rows.length, 4)
  file.writeUInt16LE(headerBytes, 8)
  file.writeUInt16LE(recordBytes, 10)
  columns.forEach((name, index) => {
    file.set(iconv.encode(name, encoding).subarray(0, 10), 32 + index * 32)
    file.write('C', 43 + index * 32)
    file[48 + index * 32] = 40
  })
  file[headerBytes - 1] = 0x0d
  rows.forEach((cells, row) => {
    cells.forEach((cell, index) => {
      file.set(iconv.encode(cell, encoding), headerBytes + row * recordBytes + 1 + index * 40)
    })
  })
  return file
}

/** A `.shp` of points. */
export function shpOf(points: readonly (readonly [number, number])[]): Buffer {
  const file = Buffer.alloc(100 + points.length * 28)
  file.writeInt32BE(9994, 0)
  file.writeInt32BE(file.length / 2, 24)
  file.writeInt32LE(1000, 28)
  file.writeInt32LE(1, 32)
  points.forEach(([x, y], index) => {
    const at = 100 + index * 28
    file.writeInt32BE(index + 1, at)
    file.writeInt32BE(10, at + 4)
    file.writeInt32LE(1, at + 8)
    file.writeDoubleLE(x, at + 12)
    file.writeDoubleLE(y, at + 20)
  })
  return file
}
