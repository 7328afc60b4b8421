import type { CardDistances } from '#shared/contract/hazmat.contract.ts'
import type { Text } from '../../text/text.ts'

/** Protective distance in words: "at least" where the table says no more, words instead of a figure where the guide has none. */
export function protectiveText({ protectiveM, atLeast }: CardDistances, text: Text): string {
  if (protectiveM === null) return text('handbook.noProtective')
  const distance = lengthText(protectiveM, text)
  return atLeast ? text('handbook.atLeast', { distance }) : distance
}

/** Metres below one kilometre, else kilometres as the tables print them. */
export function lengthText(metres: number, text: Text): string {
  return metres < 1000
    ? text('handbook.metres', { m: Math.round(metres) })
    : text('handbook.kilometres', { km: (metres / 1000).toFixed(1) })
}
