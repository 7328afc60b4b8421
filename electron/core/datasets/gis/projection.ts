import proj4 from 'proj4'
import { systemNamed } from '../coordinates/coordinate-system.ts'
import { DEGREES, unreadSystem, type Projection } from './degrees.ts'

/** Datums whose degrees are WGS84 within centimetres. Others (Beijing 1954, Xi'an 1980) need a local shift nobody has here. */
const WGS84_DATUMS = /wgs[_ ]?(19)?84|china[_ ]2000|china[_ ]geodetic[_ ]coordinate[_ ]system[_ ]2000|cgcs[_ ]?2000/i

/** The projection that a `.prj` text (OGC or ESRI WKT) describes. Throws `bad-input` with the remedy for others. */
export function projectionOfWkt(wkt: string, file: string): Projection {
  const text = wkt.trim()
  const name = /^[A-Z]+\["([^"]*)"/.exec(text)?.[1] ?? ''
  const local = systemNamed(name)
  if (local !== null && local !== 'wgs84') return { system: local, ...DEGREES }
  if (!WGS84_DATUMS.test(text)) throw unreadSystem(file, name === '' ? text.slice(0, 80) : name)
  if (/^GEOG(CS|CRS)\[/.test(text)) return { system: 'wgs84', ...DEGREES }
  return projected(text, name, file)
}

/** The projection that a name or EPSG code stands for. Throws `bad-input` with the remedy for others. */
export function projectionNamed(name: string, file: string): Projection {
  const system = systemNamed(name)
  if (system !== null) return { system, ...DEGREES }
  const code = Number(/\b(\d{4,5})$/.exec(name.trim())?.[1] ?? Number.NaN)
  const definition = definitionOf(code)
  if (definition === null) throw unreadSystem(file, name)
  return projected(definition, name, file)
}

/** EPSG: Web Mercator, UTM north on WGS84, and the CGCS2000 Gauss-Krüger zones of 6 and 3 degrees. */
function definitionOf(code: number): string | null {
  if (code === 3857 || code === 900913) return '+proj=merc +a=6378137 +b=6378137 +units=m +no_defs'
  if (code >= 32601 && code <= 32660) return `+proj=utm +zone=${code - 32600} +datum=WGS84 +units=m +no_defs`
  if (code >= 4491 && code <= 4501) return gaussKruger((code - 4478) * 6 - 3, code - 4478)
  if (code >= 4502 && code <= 4512) return gaussKruger(75 + 6 * (code - 4502), 0)
  if (code >= 4513 && code <= 4533) return gaussKruger((code - 4488) * 3, code - 4488)
  return code >= 4534 && code <= 4554 ? gaussKruger(75 + 3 * (code - 4534), 0) : null
}

/** With a zone number, eastings begin with it. */
function gaussKruger(meridian: number, zone: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${zone * 1e6 + 500_000} +y_0=0 +ellps=GRS80 +units=m +no_defs`
}

function projected(definition: string, name: string, file: string): Projection {
  try {
    const { inverse } = proj4(definition)
    return {
      system: 'wgs84',
      toDegrees: ([x = Number.NaN, y = Number.NaN]) =>
        inverse([x, y]).map((degrees) => Math.round(degrees * 1e9) / 1e9),
    }
  } catch (error) {
    throw unreadSystem(file, name, error)
  }
}
