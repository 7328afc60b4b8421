/** `2026年7月14日10时20分` of an ISO time, as written in its own offset. */
export function momentWords(iso: string): string {
  const [date = '', time = ''] = iso.split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  const [hour = '', minute = ''] = time.split(':')
  return `${year}年${Number(month)}月${Number(day)}日${hour}时${minute}分`
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** A whole number from 1 to 99 as Chinese numeral, for 续报一, 续报十二. */
export function numeralWords(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  const tensWords = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`
  return `${tensWords}${ones === 0 && tens > 0 ? '' : (DIGITS[ones] ?? '')}`
}
