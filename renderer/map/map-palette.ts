/** Colours of the map by theme. Danger is red and orange, own force blue, care green; shape and letter say the same. */
export interface MapPalette {
  readonly sea: string
  readonly land: string
  readonly border: string
  readonly coast: string
  readonly water: string
  readonly road: string
  readonly mainRoad: string
  readonly label: string
  readonly halo: string
  readonly own: string
  readonly onOwn: string
  readonly danger: string
  readonly warn: string
  readonly other: string
  readonly care: string
  readonly chosen: string
  readonly closure: string
}

export const MAP_PALETTES: Readonly<Record<'day' | 'night', MapPalette>> = {
  night: {
    sea: '#0b1a26',
    land: '#1c242b',
    border: '#465663',
    coast: '#5b7183',
    water: '#24506e',
    road: '#56636e',
    mainRoad: '#8c98a2',
    label: '#d5dee6',
    halo: '#10161b',
    own: '#6db3ff',
    onOwn: '#06213c',
    danger: '#ff6f61',
    warn: '#ffb04d',
    other: '#ffe08a',
    care: '#77d690',
    chosen: '#ffd54a',
    closure: '#f4f4f4',
  },
  day: {
    sea: '#d5e6f2',
    land: '#f7f6f1',
    border: '#9aa5ad',
    coast: '#6e8494',
    water: '#7fb2d6',
    road: '#b6b1a4',
    mainRoad: '#807a6c',
    label: '#1c2730',
    halo: '#ffffff',
    own: '#0a559f',
    onOwn: '#ffffff',
    danger: '#b3160c',
    warn: '#b05a00',
    other: '#7a6200',
    care: '#17633a',
    chosen: '#9a3d00',
    closure: '#111111',
  },
}
