/** The first characters of a text, counted as a reader counts them. */
export function cutText(text: string, characters: number): string {
  return Array.from(text).slice(0, Math.max(0, characters)).join('')
}

/** How many characters a reader counts. */
export function textLength(text: string): number {
  return Array.from(text).length
}
