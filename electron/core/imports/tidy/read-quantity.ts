/** What a unit is in units of its dimension's first one. */
const UNITS: Readonly<Record<string, { readonly dimension: string; readonly factor: number }>> = {
  ...unit('time', 1, ['s', '秒', '秒钟']),
  ...unit('time', 60, ['min', '分', '分钟']),
  ...unit('time', 3600, ['h', '小时', '时']),
  ...unit('mass', 1, ['t', '吨']),
  ...unit('mass', 0.001, ['kg', '公斤', '千克']),
  ...unit('length', 1, ['m', '米']),
  ...unit('length', 0.01, ['cm', '厘米']),
  ...unit('area', 1, ['m2', 'm²', '㎡', '平方米', '平米', '平方']),
  ...unit('area', 10_000 / 15, ['亩']),
  ...unit('volume', 1, ['m3', 'm³', '立方米', '立方', '方']),
  ...unit('speed', 1, ['km/h', '公里/小时', '千米/小时', '公里/时']),
  ...unit('share', 1, ['']),
  ...unit('share', 0.01, ['%']),
  ...unit('count', 1, ['人', '名', '张', '辆', '个', '座', '艘', '条', '台', '位']),
  ...unit('count', 10_000, ['万人', '万']),
}

function unit(
  dimension: string,
  factor: number,
  names: readonly string[],
): Record<string, { readonly dimension: string; readonly factor: number }> {
  return Object.fromEntries(names.filter((name) => name !== '').map((name) => [name, { dimension, factor }]))
}

/** Dimension that the name of a column says it is in. */
function dimensionOf(column: string): string {
  if (column === 'reserve_share') return 'share'
  const [ending = ''] = /_(s|t|m|m2|m3|kmh)$/.exec(column)?.slice(1) ?? []
  return { s: 'time', t: 'mass', m: 'length', m2: 'area', m3: 'volume', kmh: 'speed' }[ending] ?? 'count'
}

/** The unit in brackets behind a heading; empty without one. */
export function unitOfHeading(heading: string): string {
  return (
    /[（(]\s*([^）)]*?)\s*[）)]\s*\*?$/
      .exec(heading)?.[1]
      ?.replace(/^单位\s*[:：]\s*/, '')
      .toLowerCase() ?? ''
  )
}

/** A number with what became of it. */
export interface ReadQuantity {
  readonly text: string
  /** `converted`: another unit than the column's; `dropped`: only written beside it. */
  readonly change: 'converted' | 'dropped' | 'none'
}

/**
 * A number of a column, with a unit behind it or in the heading, in the unit of the column. Null when it is none, or when
 * its unit is of another dimension: then the row check refuses the cell as it stands.
 */
export function readQuantity(column: string, text: string, headingUnit: string): ReadQuantity | null {
  const match = /^(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(\D.*)?$/.exec(text)
  if (match === null) return null
  const [, digits = '', behind = ''] = match
  const written = behind.trim().toLowerCase()
  const plain = digits.replaceAll(',', '')
  const named = written === '' ? headingUnit : written
  const known = UNITS[named]
  if (known === undefined || known.dimension !== dimensionOf(column)) {
    return written === '' ? { text: plain, change: plain === text ? 'none' : 'dropped' } : null
  }
  if (known.factor === 1) return { text: plain, change: plain === text ? 'none' : 'dropped' }
  return { text: String(Number((Number(plain) * known.factor).toFixed(6))), change: 'converted' }
}
