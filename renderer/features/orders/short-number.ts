/** The end of an order's number that tells it from the others of its incident: `BL-20260714-001-令-012` → `令-012`. */
export function shortNumber(number: string): string {
  const start = number.lastIndexOf('令-')
  return start < 0 ? number : number.slice(start)
}
