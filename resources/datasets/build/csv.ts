/** A value in a CSV cell; numbers are written without grouping. */
export type Cell = string | number

/** A row that has exactly the columns of its header. */
export type RowOf<Header extends readonly string[]> = Readonly<Record<Header[number], Cell>>

/** Writes rows as UTF-8 CSV text with LF line ends, quoting only where RFC 4180 needs it. */
export function formatCsv(header: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string {
  const lines = rows.map((row) =>
    header
      .map((column) => {
        const cell = row[column]
        if (cell === undefined) throw new Error(`CSV 列缺失：${column}，行 ${JSON.stringify(row)}`)
        return quoteCell(String(cell))
      })
      .join(','),
  )
  return `${[header.join(','), ...lines].join('\n')}\n`
}

function quoteCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
