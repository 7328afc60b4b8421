/** Texts that contingency plans may use in braces, e.g. `{place}`. */
export type PlanTexts = Readonly<Record<string, string>>

/** Shortest echo that is dropped: a single character may belong to two words. */
const ECHO_LENGTH = 2

/**
 * Fills `{name}` in a text of a contingency plan. An unknown name is a fault of the plan file and throws. Where a place ends
 * with the words that follow it (九峰山隧道 + 隧道事故) they are said once.
 */
export function fillText(template: string, texts: PlanTexts): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = texts[key]
    if (value === undefined) throw new Error(`contingency plan uses unknown text {${key}}: ${template}`)
    return key === 'place' ? `${value}${PLACE_END}` : value
  })
  return filled.split(PLACE_END).reduce((spoken, rest) => spoken + rest.slice(echoLength(spoken, rest)))
}

/** Marks where a place ends; never written by anybody. */
const PLACE_END = '\u0000'

/** How many characters at the start of `rest` repeat the end of `spoken`. */
function echoLength(spoken: string, rest: string): number {
  for (let length = Math.min(spoken.length, rest.length); length >= ECHO_LENGTH; length -= 1) {
    if (spoken.endsWith(rest.slice(0, length))) return length
  }
  return 0
}
