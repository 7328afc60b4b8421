import type { ShiftName } from '../../domain/duty-roster.ts'
import type { ReportingParameters } from '../../domain/parameters/reporting.ts'
import { localParts, type Weekday } from '../../kernel/instant.ts'

/** One shift of the duty roster with the local date and weekday it begins on. */
export interface Shift {
  readonly shift: ShiftName
  readonly date: string
  readonly weekday: Weekday
  /** Epoch seconds. */
  readonly startS: number
  readonly endS: number
}

type ShiftTimes = Pick<ReportingParameters, 'dayShiftStartMin' | 'nightShiftStartMin'>

const DAY_MIN = 1440

/** The shift that is on at a moment; after midnight the night shift of the day before is still on. */
export function shiftAt(nowS: number, offsetMin: number, times: ShiftTimes): Shift {
  const dayMin = times.dayShiftStartMin.value
  const nightMin = times.nightShiftStartMin.value
  const { minuteOfDay } = localParts(nowS, offsetMin)
  const midnightS = nowS - ((((nowS + offsetMin * 60) % 86_400) + 86_400) % 86_400)
  const shift = minuteOfDay >= dayMin && minuteOfDay < nightMin ? 'day' : 'night'
  const startedS = minuteOfDay < dayMin ? nowS - 86_400 : nowS
  const { date, weekday } = localParts(startedS, offsetMin)
  const beganS = minuteOfDay < dayMin ? midnightS - 86_400 : midnightS
  const [fromMin, toMin] = shift === 'day' ? [dayMin, nightMin] : [nightMin, dayMin + DAY_MIN]
  return { shift, date, weekday, startS: beganS + fromMin * 60, endS: beganS + toMin * 60 }
}

/** The shift that follows. */
export function shiftAfter({ endS }: Shift, offsetMin: number, times: ShiftTimes): Shift {
  return shiftAt(endS, offsetMin, times)
}
