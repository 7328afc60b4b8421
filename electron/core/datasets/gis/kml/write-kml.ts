import { AppError } from '#shared/kernel/app-error.ts'
import type { Position } from '#shared/kernel/geo.ts'
import type { ExportLayer } from '../../export/export-layers.ts'
import type { WrittenFeature, WrittenGeometry } from '../../format-dataset.ts'

/** Characters that XML 1.0 cannot hold, not even escaped; a half of a surrogate pair is one of them. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** Writes a layer as KML: every column is extended data, so that nothing is lost. Throws `bad-input`. */
export function writeKml(layer: ExportLayer): string {
  const { name, schematic } = layer.head
  const own = schematic === true ? [data('schematic', '1')] : []
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    element('name', escaped(String(name), layer)),
    ...(own.length === 0 ? [] : [element('ExtendedData', own.join(''))]),
    ...layer.features.map((feature) => placemark(feature, layer)),
    '</Document></kml>',
    '',
  ].join('\n')
}

function placemark({ properties, geometry }: WrittenFeature, layer: ExportLayer): string {
  const { name } = properties
  const title = typeof name === 'string' && name !== '' ? element('name', escaped(name, layer)) : ''
  const columns = Object.entries(properties).flatMap(([column, value]) =>
    value === null ? [] : [data(escaped(column, layer), escaped(String(value), layer))],
  )
  const shape = geometry === null ? '' : geometryText(geometry)
  return element('Placemark', `${title}${element('ExtendedData', columns.join(''))}${shape}`)
}

function data(name: string, value: string): string {
  return `<Data name="${name}">${element('value', value)}</Data>`
}

function geometryText(geometry: WrittenGeometry): string {
  switch (geometry.type) {
    case 'Point':
      return element('Point', coordinates([geometry.coordinates]))
    case 'LineString':
      return element('LineString', coordinates(geometry.coordinates))
    case 'Polygon':
      return polygonText(geometry.coordinates)
    case 'MultiPolygon': {
      const parts = geometry.coordinates.map(polygonText)
      return parts.length === 1 ? parts.join('') : element('MultiGeometry', parts.join(''))
    }
  }
}

function polygonText(rings: readonly (readonly Position[])[]): string {
  const boundaries = rings.map((ring, index) =>
    element(index === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs', element('LinearRing', coordinates(ring))),
  )
  return element('Polygon', boundaries.join(''))
}

function coordinates(positions: readonly Position[]): string {
  return element('coordinates', positions.map(([lng = 0, lat = 0]) => `${lng},${lat}`).join(' '))
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`
}

function escaped(text: string, { stem }: ExportLayer): string {
  if (NOT_XML.test(text)) {
    throw new AppError(
      'bad-input',
      `${stem} 里的“${text.slice(0, 40)}”含有 XML 不能写的控制字符，导不成 KML。请改正后重试。`,
      {
        path: stem,
        value: text.slice(0, 40),
      },
    )
  }
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}
