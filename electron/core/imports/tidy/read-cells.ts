/** A cell as the data set writes it; null when it is not of this shape and stays as it stands. */
export type CellReading = string | null

/** Full-width digits, letters and marks as half-width ones. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}

const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]0{1,2}:00(?::00)?)?$/
const COMPACT_DATE = /^(20\d{2}|19\d{2})(\d{2})(\d{2})$/

/** Days of Excel's calendar from 1954 to 2118: a number outside is no date of a store or roster. */
const SERIAL = { first: 20_000, last: 79_999 }
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

/** A date as `YYYY-MM-DD`: year first, or a day number of Excel. A day or month first is never guessed. */
export function readDate(text: string): CellReading {
  const match = DATE.exec(text) ?? COMPACT_DATE.exec(text)
  if (match !== null) {
    const [, year = '', month = '', day = ''] = match
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  if (!/^\d{5}(\.0+)?$/.test(text)) return null
  const serial = Math.trunc(Number(text))
  if (serial < SERIAL.first || serial > SERIAL.last) return null
  return new Date(EXCEL_EPOCH_MS + serial * DAY_MS).toISOString().slice(0, 10)
}

const PHONE = /^(?:(?:\+?86[- ]?)?1\d{2}[- ]?\d{4}[- ]?\d{4}|(?:0\d{2,3}[- ]?)?\d{7,8}(?:[-转]\d{1,6})?|\d{3,6})$/

/** The numbers of a telephone cell that holds nothing but several of them; null for one number or other words. */
export function readPhones(text: string): string[] | null {
  const parts = text.split(/[、,;/|\n]+|\s{1,}(?=(?:1\d{10}|0\d{2,3}-))/).map((part) => part.trim())
  const numbers = parts.filter((part) => part !== '')
  return numbers.length > 1 && numbers.every((part) => PHONE.test(part)) ? numbers : null
}

const DEGREES =
  /^(?:东经|北纬|[EN])?\s*(\d{1,3})\s*[°º度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’分]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”秒]|''|′′)\s*)?(?:[EN])?$/i
const PREFIXED =
  /^(?:东经|北纬|[EN])\s*[:：]?\s*(\d{1,3}(?:\.\d+)?)\s*[°º度]?$|^(\d{1,3}(?:\.\d+)?)\s*(?:[°º度]|[EN])$/i

/** Digits kept of an angle: a ten-millionth of a degree is a centimetre. */
const ANGLE_DIGITS = 7

/** An angle in degrees, minutes and seconds, or with a letter, as decimal degrees. */
export function readDegrees(text: string): CellReading {
  const decimal = PREFIXED.exec(text)
  if (decimal !== null) return decimal[1] ?? decimal[2] ?? null
  const match = DEGREES.exec(text)
  if (match === null) return null
  const [, degrees = '0', minutes = '0', seconds = '0'] = match
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null
  const value = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600
  return String(Number(value.toFixed(ANGLE_DIGITS)))
}

/** A place written in one cell. */
export interface ReadPlace {
  readonly lng: string
  readonly lat: string
  /** True when the cell gives the latitude first. */
  readonly isSwapped: boolean
}

/** Longitude and latitude of one cell; which is which is known where one of them is beyond 60 and the other is not. */
export function readPlace(text: string): ReadPlace | null {
  const parts = text
    .replace(/^[([]|[)\]]$/g, '')
    .split(/[,;、/]\s*|\s+(?=\d|[EN东北])/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const [first, second, third] = parts.map((part) => (/^\d{1,3}(\.\d+)?$/.test(part) ? part : readDegrees(part)))
  if (typeof first !== 'string' || typeof second !== 'string' || third !== undefined) return null
  const isLngFirst = Number(first) > LAT_BELOW && Number(second) < LAT_BELOW
  const isLatFirst = Number(second) > LAT_BELOW && Number(first) < LAT_BELOW
  if (!isLngFirst && !isLatFirst) return null
  return isLngFirst ? { lng: first, lat: second, isSwapped: false } : { lng: second, lat: first, isSwapped: true }
}

/** Between the northernmost latitude and the westernmost longitude of the country. */
const LAT_BELOW = 60
