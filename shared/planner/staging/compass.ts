const NAMES = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'] as const

/** Chinese name of a bearing in eight directions. */
export function compassName(bearingDeg: number): string {
  return NAMES[Math.round(bearingDeg / 45) % 8] ?? '北'
}
