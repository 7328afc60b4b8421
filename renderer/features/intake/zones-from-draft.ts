import { CLOSABLE_ZONE_KINDS, MEASURED_ZONE_KINDS, type Incident } from '#shared/domain/incident.ts'
import { dateTimeText } from '../../text/time-text.ts'
import type { DraftLists, DraftRow } from './draft-rows.ts'
import { filled, originOf, value, type ListReading } from './lists-from-draft.ts'
import { parseFormTime, parseNumber, parseWindFrom } from '../../text/parse-entry.ts'

/** Measured zones; each needs a size, a time and who measured. */
export function measuredZonesOf(lists: DraftLists, reading: ListReading): NonNullable<Incident['measuredZones']> {
  const { base, read, refuse } = reading
  return filled(lists.measuredZones).map(([row, index]) => {
    const field = (key: string): string => `measuredZones.${index}.${key}`
    const metres = (key: string): number | null => {
      const number = read(field(key), value(row, key), parseNumber(value(row, key)))
      if (number !== null && number <= 0) refuse(field(key), 'count', value(row, key))
      return number
    }
    const radiusM = metres('radiusM')
    const lengthM = metres('lengthM')
    if (value(row, 'radiusM') === '' && value(row, 'lengthM') === '') refuse(field('radiusM'), 'zoneSize', '')
    const bearingDeg = read(field('bearingDeg'), value(row, 'bearingDeg'), parseWindFrom(value(row, 'bearingDeg')))
    return {
      kind: MEASURED_ZONE_KINDS.find((kind) => kind === row['kind']) ?? 'isolation',
      ...(radiusM === null ? {} : { radiusM }),
      ...(lengthM === null ? {} : { lengthM }),
      ...(bearingDeg === null ? {} : { bearingDeg }),
      ...(value(row, 'reading') === '' ? {} : { reading: value(row, 'reading') }),
      at: momentOf(row, field('at'), originOf(row, base?.measuredZones)?.at, reading),
      by: nameOf(row, field('by'), reading),
    }
  })
}

/** Initial zones a person closed; each needs a reason, a time and who confirmed it. */
export function closedZonesOf(lists: DraftLists, reading: ListReading): NonNullable<Incident['closedInitialZones']> {
  const { base, refuse } = reading
  return filled(lists.closedZones).map(([row, index]) => {
    const field = (key: string): string => `closedZones.${index}.${key}`
    if (value(row, 'reason') === '') refuse(field('reason'), 'zoneReason', '')
    return {
      kind: CLOSABLE_ZONE_KINDS.find((kind) => kind === row['kind']) ?? 'isolation',
      reason: value(row, 'reason'),
      at: momentOf(row, field('at'), originOf(row, base?.closedInitialZones)?.at, reading),
      by: nameOf(row, field('by'), reading),
    }
  })
}

/** A time that was not touched stays to the second; one that is missing is refused. */
function momentOf(row: DraftRow, field: string, kept: string | undefined, { read, refuse, nowS }: ListReading): string {
  const text = value(row, 'at')
  if (kept !== undefined && dateTimeText(kept) === text) return kept
  if (text === '') refuse(field, 'time', '')
  return read(field, text, parseFormTime(text, nowS)) ?? ''
}

function nameOf(row: DraftRow, field: string, { refuse }: ListReading): string {
  const name = value(row, 'by')
  if (name === '') refuse(field, 'zoneBy', '')
  return name
}
