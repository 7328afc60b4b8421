import type { Text } from '../../text/text.ts'

/** How long ago, in the largest unit that still says enough: 40秒, 12分, 3时05分, 4天. */
export function ageText(seconds: number, text: Text): string {
  if (seconds < 60) return text('board.seconds', { n: seconds })
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return text('board.minutes', { n: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return text('board.hours', { h: hours, m: String(minutes % 60).padStart(2, '0') })
  return text('board.days', { d: Math.floor(hours / 24) })
}
