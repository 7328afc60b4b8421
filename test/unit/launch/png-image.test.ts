import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { PROJECT_DIR } from '#electron/launch/launch-paths.ts'
import { encodeIco, encodePng } from '#electron/launch/png-image.ts'

describe('the picture writer', () => {
  it('writes a PNG whose chunks check and whose rows are the pixels', () => {
    const pixels = Uint8Array.from({ length: 2 * 2 * 4 }, (_, index) => index)
    const png = encodePng(pixels, 2)
    const bodies: [string, Buffer][] = []
    for (let at = 8; at < png.length;) {
      const bytes = png.readUInt32BE(at)
      const body = png.subarray(at + 4, at + 8 + bytes)
      expect(png.readUInt32BE(at + 8 + bytes)).toBe(crc32(body))
      bodies.push([body.toString('latin1', 0, 4), body.subarray(4)])
      at += bytes + 12
    }
    expect(bodies.map(([type]) => type)).toEqual(['IHDR', 'IDAT', 'IEND'])
    const rows = inflateSync(bodies[1]?.[1] ?? Buffer.alloc(0))
    expect([...rows]).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7, 0, 8, 9, 10, 11, 12, 13, 14, 15])
  })

  it('writes a Windows icon whose entries point at their pictures', () => {
    const pictures = [16, 256].map((sizePx) => ({
      sizePx,
      png: encodePng(new Uint8Array(sizePx * sizePx * 4), sizePx),
    }))
    const ico = encodeIco(pictures)
    expect(ico.readUInt16LE(4)).toBe(2)
    expect(ico.readUInt8(6 + 16)).toBe(0) // 256
    for (const [index, { png }] of pictures.entries()) {
      const offset = ico.readUInt32LE(6 + 16 * index + 12)
      expect(ico.subarray(offset, offset + png.length).equals(png)).toBe(true)
    }
  })

  it('wrote the icons that the packages carry, 512 pixels for Linux and six sizes for Windows', () => {
    const icons = join(PROJECT_DIR, 'resources', 'icons')
    expect(readFileSync(join(icons, 'icon.png')).readUInt32BE(16)).toBe(512)
    expect(readFileSync(join(icons, 'icon.ico')).readUInt16LE(4)).toBe(6)
  })
})
