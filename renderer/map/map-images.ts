import type { Map as MapLibre } from 'maplibre-gl'
import type { MapPalette } from './map-palette.ts'

const SIZE = 48

/** Draws one image of the map with a canvas. */
function draw(paint: (pen: CanvasRenderingContext2D) => void, size = SIZE): ImageData | null {
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const pen = canvas.getContext('2d')
  if (!pen) return null
  paint(pen)
  return pen.getImageData(0, 0, size, size)
}

function shape(
  pen: CanvasRenderingContext2D,
  fill: string,
  edge: string,
  points: readonly (readonly [number, number])[],
): void {
  pen.beginPath()
  for (const [x, y] of points) pen.lineTo(x, y)
  pen.closePath()
  finish(pen, fill, edge)
}

function disc(pen: CanvasRenderingContext2D, fill: string, edge: string): void {
  pen.beginPath()
  pen.arc(24, 24, 19, 0, Math.PI * 2)
  finish(pen, fill, edge)
}

/** A disc with a broken edge: a place nobody said, only reckoned. */
function brokenDisc(pen: CanvasRenderingContext2D, fill: string, edge: string): void {
  pen.setLineDash([7, 5])
  disc(pen, fill, edge)
  pen.setLineDash([])
}

function finish(pen: CanvasRenderingContext2D, fill: string, edge: string): void {
  pen.fillStyle = fill
  pen.fill()
  pen.lineWidth = 4
  pen.strokeStyle = edge
  pen.stroke()
}

function star(): [number, number][] {
  return Array.from({ length: 16 }, (_, index): [number, number] => {
    const reach = index % 2 === 0 ? 22 : 11
    const angle = (index * Math.PI) / 8
    return [24 + reach * Math.sin(angle), 24 - reach * Math.cos(angle)]
  })
}

function hatch(colour: string, step: number): ImageData | null {
  return draw((pen) => {
    pen.strokeStyle = colour
    pen.lineWidth = 2
    for (let offset = -24; offset <= 48; offset += step) {
      pen.beginPath()
      pen.moveTo(offset, 24)
      pen.lineTo(offset + 24, 0)
      pen.stroke()
    }
  }, 24)
}

/** Shapes by kind: disc = team, square = staging, triangle up = shelter, cross = hospital, star = scene; hatches for zones. */
export function addMapImages(map: MapLibre, palette: MapPalette): void {
  const square: [number, number][] = [
    [6, 6],
    [42, 6],
    [42, 42],
    [6, 42],
  ]
  const house: [number, number][] = [
    [24, 3],
    [45, 22],
    [45, 44],
    [3, 44],
    [3, 22],
  ]
  const cross: [number, number][] = [
    [16, 3],
    [32, 3],
    [32, 16],
    [45, 16],
    [45, 32],
    [32, 32],
    [32, 45],
    [16, 45],
    [16, 32],
    [3, 32],
    [3, 16],
    [16, 16],
  ]
  const diamond: [number, number][] = [
    [24, 3],
    [45, 24],
    [24, 45],
    [3, 24],
  ]
  const flag: [number, number][] = [
    [6, 4],
    [42, 4],
    [42, 34],
    [24, 34],
    [12, 45],
    [14, 34],
    [6, 34],
  ]
  const images: Readonly<Record<string, ImageData | null>> = {
    team: draw((pen) => disc(pen, palette.own, palette.halo)),
    unitSaid: draw((pen) => disc(pen, palette.chosen, palette.halo)),
    unitEstimated: draw((pen) => brokenDisc(pen, palette.halo, palette.chosen)),
    staging: draw((pen) => shape(pen, palette.own, palette.halo, square)),
    shelter: draw((pen) => shape(pen, palette.care, palette.halo, house)),
    hospital: draw((pen) => shape(pen, palette.care, palette.halo, cross)),
    store: draw((pen) => shape(pen, palette.other, palette.halo, diamond)),
    note: draw((pen) => shape(pen, palette.own, palette.halo, flag)),
    population: draw((pen) => disc(pen, palette.other, palette.halo)),
    incident: draw((pen) => shape(pen, palette.danger, palette.halo, star())),
    'hatch-danger': hatch(palette.danger, 8),
    'hatch-warn': hatch(palette.warn, 12),
    'hatch-other': hatch(palette.other, 24),
  }
  for (const [name, image] of Object.entries(images)) {
    if (image === null) continue
    if (map.hasImage(name)) map.updateImage(name, image)
    else map.addImage(name, image, { pixelRatio: 2 })
  }
}
