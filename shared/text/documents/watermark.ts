/** Word across every sheet that is not for the real thing, so that a drill order is never carried out in earnest. */
export function watermarkOf(mode: 'real' | 'drill' | 'tabletop'): string | null {
  return mode === 'real' ? null : '演练'
}
