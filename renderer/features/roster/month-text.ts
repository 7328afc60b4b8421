/** A month `YYYY-MM` some months from another. */
export function monthAfter(month: string, steps: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * 12 + (number - 1) + steps
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** Half a year before a month and a year after it. */
export function monthsAround(month: string): string[] {
  return Array.from({ length: 19 }, (_, index) => monthAfter(month, index - 6))
}

/** A day `YYYY-MM-DD` some days from another. */
export function dayAfter(day: string, steps: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + steps * 86_400_000).toISOString().slice(0, 10)
}

/** The Monday of the week a day lies in. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return dayAfter(day, weekday === 0 ? -6 : 1 - weekday)
}
