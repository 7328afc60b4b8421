import { normaliseDeg } from '../../kernel/geo.ts'

const POINTS = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'] as const

/** Eight-point Chinese compass word of a bearing. */
export function compassWord(bearing: number): string {
  return POINTS[Math.round(normaliseDeg(bearing) / 45) % 8] ?? '北'
}
