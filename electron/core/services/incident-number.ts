import { localParts, parseInstant } from '#shared/kernel/instant.ts'

/** Letters of a region in incident numbers, by the id of its data set; others take the first two letters of their id. */
const REGION_LETTERS: Readonly<Record<string, string>> = { beilun: 'BL', cixi: 'CX' }

/** Beginning of the incident numbers of one region and day: `BL-20260714-`; the day is that of `receivedAt` in its own offset. */
export function numberPrefixOf(datasetId: string, receivedAt: string): string {
  const letters =
    REGION_LETTERS[datasetId] ??
    datasetId
      .replace(/[^A-Za-z]/g, '')
      .slice(0, 2)
      .toUpperCase()
      .padEnd(2, 'X')
  const instant = parseInstant(receivedAt)
  const date = instant === null ? receivedAt.slice(0, 10) : localParts(instant.epochS, instant.offsetMin).date
  return `${letters}-${date.replaceAll('-', '')}-`
}

/** The next number after those given: `BL-20260714-001`, then 002; gaps are not filled again. */
export function nextNumber(prefix: string, given: readonly string[]): string {
  const counts = given.map((number) => Number(number.slice(prefix.length))).filter((count) => Number.isInteger(count))
  return prefix + String(Math.max(0, ...counts) + 1).padStart(3, '0')
}
