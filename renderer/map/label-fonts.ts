import unicode from '@fontsource/noto-sans-sc/unicode.json'
import type { FontFacesSpecification } from 'maplibre-gl'

/** Name of the label font inside the map style. */
export const LABEL_FONT = 'Noto Sans SC'

const FILES = import.meta.glob<string>('../../node_modules/@fontsource/noto-sans-sc/files/*-400-normal.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** The bundled slices of Noto Sans SC with the characters each covers, so that no label needs a system font. */
export function labelFontFaces(origin: string): FontFacesSpecification {
  const faces = Object.entries(unicode).flatMap(([slice, range]) => {
    const suffix = `/noto-sans-sc-${slice.replace(/[[\]]/g, '')}-400-normal.woff2`
    const file = Object.entries(FILES).find(([path]) => path.endsWith(suffix))
    return file === undefined ? [] : [{ url: new URL(file[1], origin).href, 'unicode-range': range.split(',') }]
  })
  return { [LABEL_FONT]: faces }
}
