import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT_DIR } from './launch-paths.ts'
import { encodeIco, encodePng } from './png-image.ts'

type Colour = readonly [red: number, green: number, blue: number]

/** A part of the picture: where it is, in a square from -1 to 1 with y downwards, and its colour. Later parts lie on top. */
interface Part {
  readonly covers: (x: number, y: number) => boolean
  readonly colour: Colour
}

const NIGHT: Colour = [22, 42, 72]
const LINE: Colour = [118, 164, 214]
const PAPER: Colour = [240, 244, 250]
const ALARM: Colour = [214, 62, 50]

const CORNER = 0.36
const ring = (inner: number, outer: number) => (x: number, y: number) => {
  const distance = Math.hypot(x, y)
  return distance >= inner && distance <= outer
}

/** A plate, the rings around an incident, a cross of bearings, and two posts that watch it: the two headquarters. */
const PLATE: Part = { covers: isOnPlate, colour: NIGHT }
const PARTS: readonly Part[] = [
  PLATE,
  { covers: (x, y) => (Math.abs(x) < 0.018 || Math.abs(y) < 0.018) && Math.hypot(x, y) < 0.8, colour: LINE },
  { covers: ring(0.74, 0.8), colour: LINE },
  { covers: ring(0.46, 0.52), colour: LINE },
  { covers: ring(0, 0.3), colour: PAPER },
  { covers: ring(0, 0.22), colour: ALARM },
  { covers: (x, y) => Math.hypot(x + 0.545, y + 0.545) < 0.13, colour: PAPER },
  { covers: (x, y) => Math.hypot(x - 0.545, y + 0.545) < 0.13, colour: PAPER },
]

function isOnPlate(x: number, y: number): boolean {
  const reach = 0.96
  const dx = Math.max(Math.abs(x) - (reach - CORNER), 0)
  const dy = Math.max(Math.abs(y) - (reach - CORNER), 0)
  return Math.hypot(dx, dy) <= CORNER
}

const SAMPLES = 4

/** Draws the icon at a size; each pixel is the mean of 16 points, so that edges are smooth. */
function draw(sizePx: number): Uint8Array {
  const pixels = new Uint8Array(sizePx * sizePx * 4)
  for (let row = 0; row < sizePx; row += 1) {
    for (let column = 0; column < sizePx; column += 1)
      pixels.set(pixelAt(column, row, sizePx), (row * sizePx + column) * 4)
  }
  return pixels
}

function pixelAt(column: number, row: number, sizePx: number): readonly number[] {
  const place = (pixel: number, sample: number): number => ((pixel + (sample + 0.5) / SAMPLES) / sizePx) * 2 - 1
  const sum = [0, 0, 0]
  let covered = 0
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = place(column, sample % SAMPLES)
    const y = place(row, Math.floor(sample / SAMPLES))
    if (!PLATE.covers(x, y)) continue
    covered += 1
    const colour = PARTS.findLast((part) => part.covers(x, y))?.colour ?? NIGHT
    for (const [channel, value] of colour.entries()) sum[channel] = (sum[channel] ?? 0) + value
  }
  if (covered === 0) return [0, 0, 0, 0]
  return [...sum.map((value) => Math.round(value / covered)), Math.round((covered / (SAMPLES * SAMPLES)) * 255)]
}

/** `node electron/launch/draw-icons.ts`: writes the console's icons, the same bytes every time. */
async function drawIcons(): Promise<void> {
  const folder = join(PROJECT_DIR, 'resources', 'icons')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'icon.png'), encodePng(draw(512), 512))
  const small = [16, 32, 48, 64, 128, 256].map((sizePx) => ({ sizePx, png: encodePng(draw(sizePx), sizePx) }))
  await writeFile(join(folder, 'icon.ico'), encodeIco(small))
}

await drawIcons()
