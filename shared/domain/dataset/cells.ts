import * as z from 'zod'
import { CAPABILITIES, type Capability } from '../taxonomy.ts'

/**
 * One kind of table cell: how text becomes a value and back. The `sqlType` is the STRICT column type it is stored in;
 * lists are stored as their text form, so that a row reads the same in a file and in the database.
 */
export interface Cell<T> {
  readonly sqlType: 'TEXT' | 'INTEGER' | 'REAL'
  /** What an operator should write here, for error texts and templates. */
  readonly expected: string
  /** Validates and reads the trimmed text of a cell. */
  readonly schema: z.ZodType<T, string>
  readonly write: (value: T) => string
  readonly required: boolean
  /** The closed list the text must come from, for drop-down lists. */
  readonly choices?: readonly string[]
  /** True for a date `YYYY-MM-DD`. */
  readonly isDate?: boolean
}

/** The value type of a cell. */
export type CellValue<C> = C extends Cell<infer T> ? T : never

function cell<T>(
  sqlType: Cell<T>['sqlType'],
  expected: string,
  schema: z.ZodType<T, string>,
  required: boolean,
): Cell<T> {
  return { sqlType, expected, schema, required, write: (value) => (value === null ? '' : String(value)) }
}

const Trimmed = z.string().trim()
const NumberText = Trimmed.regex(/^-?\d+(\.\d+)?$/).transform(Number)

/** Text that must not be empty. */
export const text = (): Cell<string> => cell('TEXT', '文字，不能为空', Trimmed.min(1), true)

/** Text that may be empty. */
export const optionalText = (): Cell<string> => cell('TEXT', '文字，可空', Trimmed, false)

/** A whole number, not negative. */
export const count = (): Cell<number> =>
  cell('INTEGER', '不小于 0 的整数', NumberText.pipe(z.number().int().nonnegative()), true)

/** A whole number, not negative, or empty = unknown. */
export const optionalCount = (): Cell<number | null> =>
  cell('INTEGER', '不小于 0 的整数，未知留空', emptyOr(NumberText.pipe(z.number().int().nonnegative())), false)

/** A number within bounds. */
export const number = (min: number, max: number): Cell<number> =>
  cell('REAL', `${min} 至 ${max} 的数`, NumberText.pipe(z.number().min(min).max(max)), true)

/** A number within bounds, or empty = unknown. */
export const optionalNumber = (min: number, max: number): Cell<number | null> =>
  cell('REAL', `${min} 至 ${max} 的数，未知留空`, emptyOr(NumberText.pipe(z.number().min(min).max(max))), false)

/** Longitude and latitude in WGS84 degrees. */
export const longitude = (): Cell<number> => number(-180, 180)
export const latitude = (): Cell<number> => number(-90, 90)
export const optionalLongitude = (): Cell<number | null> => optionalNumber(-180, 180)
export const optionalLatitude = (): Cell<number | null> => optionalNumber(-90, 90)

/** 0 or 1. */
export const flag = (): Cell<number> => ({
  ...cell(
    'INTEGER',
    '0 或 1',
    Trimmed.regex(/^(0|1|)$/).transform((value): number => (value === '1' ? 1 : 0)),
    false,
  ),
  choices: ['0', '1'],
})

/** One key of a closed list. */
export function oneOf<const K extends readonly string[]>(keys: K): Cell<K[number]> {
  return { ...cell('TEXT', `以下之一：${keys.join('、')}`, Trimmed.pipe(z.enum(keys)), true), choices: keys }
}

/** One key of a closed list, or empty. */
export function optionalOneOf<const K extends readonly string[]>(keys: K): Cell<K[number] | ''> {
  const schema = z.union([z.enum(keys), z.literal('')])
  const own = cell<K[number] | ''>('TEXT', `以下之一或留空：${keys.join('、')}`, Trimmed.pipe(schema), false)
  return { ...own, choices: keys }
}

/** A date `YYYY-MM-DD`, or empty. */
export const optionalDate = (): Cell<string> => ({
  ...cell('TEXT', '日期 YYYY-MM-DD，可空', Trimmed.regex(/^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/), false),
  isDate: true,
})

/** A list separated by `;`. */
export const list = (): Cell<string[]> => ({
  sqlType: 'TEXT',
  expected: '以分号 ; 分隔的列表',
  required: false,
  schema: Trimmed.transform((value) => splitList(value)),
  write: (values) => values.join(';'),
})

/** Capabilities with quantities: `HAZ_PLUG:2;FOAM:1`. */
export const capabilityList = (): Cell<CapabilityAmount[]> => ({
  sqlType: 'TEXT',
  expected: '能力:数量，以分号分隔，如 HAZ_PLUG:2;FOAM:1',
  required: false,
  schema: Trimmed.transform((value) => splitList(value).map((part) => part.split(':'))).pipe(
    z.array(
      z
        .tuple([z.enum(CAPABILITIES), z.string().regex(/^[1-9]\d*$/)])
        .transform(([capability, quantity]): CapabilityAmount => ({ capability, quantity: Number(quantity) })),
    ),
  ),
  write: (values) => values.map((value) => `${value.capability}:${value.quantity}`).join(';'),
})

/** How many units of one capability a team or vehicle brings. */
export interface CapabilityAmount {
  capability: Capability
  quantity: number
}

function emptyOr<T>(schema: z.ZodType<T, string>): z.ZodType<T | null, string> {
  return z.union([
    z
      .string()
      .regex(/^\s*$/)
      .transform(() => null),
    schema,
  ])
}

function splitList(value: string): string[] {
  return value
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
