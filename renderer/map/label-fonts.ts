import unicode from '@fontsource/noto-sans-sc/unicode.json'
import type { FontFacesSpecification } from 'maplibre-gl'
import rareCharacters from '../ui/fonts/noto-sans-sc-rare-400.woff2?url'

/** Name of the label font inside the map style. */
export const LABEL_FONT = 'Noto Sans SC'

const FILES = import.meta.glob<string>('../../node_modules/@fontsource/noto-sans-sc/files/*-400-normal.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** What the bundled addition covers; the same as in `rare-characters.css`. */
const RARE_RANGE = 'U+3a3,U+2160-216b,U+2170-2179,U+5827,U+5ce7,U+65a2,U+753d,U+7b40,U+912e'

/** The bundled slices of Noto Sans SC with the characters each covers, so that no label needs a system font. */
export function labelFontFaces(origin: string): FontFacesSpecification {
  const faces = Object.entries(unicode).flatMap(([slice, range]) => {
    const suffix = `/noto-sans-sc-${slice.replace(/[[\]]/g, '')}-400-normal.woff2`
    const file = Object.entries(FILES).find(([path]) => path.endsWith(suffix))
    return file === undefined ? [] : [{ url: new URL(file[1], origin).href, 'unicode-range': range.split(',') }]
  })
  const rare = { url: new URL(rareCharacters, origin).href, 'unicode-range': RARE_RANGE.split(',') }
  return { [LABEL_FONT]: [...faces, rare] }
}
