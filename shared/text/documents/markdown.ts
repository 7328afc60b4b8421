/** A Markdown table; cells are escaped so that a name with a bar cannot break a row. */
export function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '（无）\n'
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => String(cell).replace(/\|/g, '\\|').replace(/\n/g, ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n') + '\n'
}

/** Hour and minute of an ISO time, as written in its own offset. */
export function clockOf(iso: string): string {
  return iso.slice(11, 16)
}

/** Minutes, rounded up, for people. */
export function minutesOf(seconds: number): string {
  return `${Math.ceil(seconds / 60)} 分钟`
}
