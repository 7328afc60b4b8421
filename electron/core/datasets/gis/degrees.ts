import { AppError } from '#shared/kernel/app-error.ts'
import { systemNamed, type CoordinateSystem } from '../coordinates/coordinate-system.ts'

/** How positions of a file become degrees: the system those degrees are in, and the way from metres if it has any. */
export interface Projection {
  readonly system: CoordinateSystem
  /** Projected position to degrees, rounded to 1e-9; null when the file holds degrees. */
  readonly toDegrees: ((position: readonly number[]) => number[]) | null
}

/** A file that holds degrees. */
export const DEGREES = { toDegrees: null } as const

/** Finds the projection that a name stands for. Throws `bad-input`. */
export type NameProjection = (name: string, file: string) => Projection

/** Systems in degrees only, for files that are read without the library of projections. */
export function degreesNamed(name: string, file: string): Projection {
  const system = systemNamed(name)
  if (system === null) throw unreadSystem(file, name)
  return { system, ...DEGREES }
}

/** The refusal of a system that is not read, with the remedy. */
export function unreadSystem(file: string, name: string, cause?: unknown): AppError {
  return new AppError(
    'bad-input',
    `文件“${file}”的坐标系“${name}”读不了（本程序读 WGS84、CGCS2000 经纬度及其高斯-克吕格、UTM、Web 墨卡托投影）。请在 GIS 里转换为 WGS84 经纬度（EPSG:4326）后重新导出。`,
    { path: file, value: name, cause },
  )
}

/** All positions of a GeoJSON `coordinates` brought to degrees; anything that is no position stays as it is. */
export function projectNested(value: unknown, toDegrees: (position: readonly number[]) => number[]): unknown {
  if (!Array.isArray(value)) return value
  const numbers = value.filter((part) => typeof part === 'number')
  if (numbers.length === value.length && numbers.length >= 2) {
    return numbers.every(Number.isFinite) ? [...toDegrees(numbers), ...numbers.slice(2)] : value
  }
  return value.map((part: unknown) => projectNested(part, toDegrees))
}
