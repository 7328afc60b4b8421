import { crc32, deflateSync } from 'node:zlib'

// Numbers of the PNG format, W3C PNG specification, sections 5.2, 5.3 and 11.2.1.
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const BITS_PER_CHANNEL = 8
const TRUECOLOUR_WITH_ALPHA = 6

/** Encodes a square picture of `sizePx` rows, four bytes (red, green, blue, alpha) a pixel, as PNG. */
export function encodePng(pixels: Uint8Array, sizePx: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(sizePx, 0)
  header.writeUInt32BE(sizePx, 4)
  header.writeUInt8(BITS_PER_CHANNEL, 8)
  header.writeUInt8(TRUECOLOUR_WITH_ALPHA, 9)
  const rowBytes = sizePx * 4
  const rows = Buffer.alloc((rowBytes + 1) * sizePx) // each row begins with its filter type, 0 for none
  for (let y = 0; y < sizePx; y += 1) {
    rows.set(pixels.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1)
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Wraps PNG pictures of at most 256 pixels as a Windows icon file (ICO with PNG entries, Windows Vista and later). */
export function encodeIco(pictures: readonly { readonly png: Buffer; readonly sizePx: number }[]): Buffer {
  const entryBytes = 16
  const head = Buffer.alloc(6 + entryBytes * pictures.length)
  head.writeUInt16LE(1, 2) // type 1: icon
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { png, sizePx }] of pictures.entries()) {
    const at = 6 + entryBytes * index
    head.writeUInt8(sizePx % 256, at) // 0 stands for 256
    head.writeUInt8(sizePx % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
