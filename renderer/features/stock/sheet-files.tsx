import { useRef, useState, type ReactNode } from 'react'
import { base64Of } from '../../app/base64-of.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import type { CountEntries, CountEntry, Sheet } from './count-entry.ts'

/** Largest file that is read, bytes. */
const MOST_BYTES = 10_000_000

/** How many faults of a file are named. */
const NAMED = 4

/** Writes the sheet as a file to be filled in, and reads such a file back into it. */
export function SheetFiles(props: { sheet: Sheet; onEntries: (entries: CountEntries) => void }): ReactNode {
  const text = useText()
  const { client, shell } = useConsole()
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<{ readonly lines: readonly string[]; readonly failed: boolean } | null>(null)
  const { storeId } = props.sheet.store
  const fail = (message: string): void => setSaid({ lines: [message], failed: true })

  const write = async (format: 'xlsx' | 'csv'): Promise<void> => {
    const file = await client.stock.sheetFile({ storeId, format })
    if (!file.ok) {
      fail(file.error.message)
      return
    }
    const kept = await shell.file.saveBytes({ title: text('stock.tab.taking'), ...file.value })
    if (!kept.ok) fail(kept.error.message)
    else {
      const { outcome, path } = kept.value
      const words = outcome === 'done' ? text('stock.taking.exported', { path }) : text('stock.taking.exportCancelled')
      setSaid({ lines: [words], failed: false })
    }
  }
  const read = async (file: File): Promise<void> => {
    if (file.size > MOST_BYTES) {
      fail(text('stock.taking.readTooLarge'))
      return
    }
    const answer = await client.stock.readSheetFile({ storeId, fileName: file.name, base64: await base64Of(file) })
    if (!answer.ok) {
      fail(answer.error.message)
      return
    }
    const { lines, problems } = answer.value
    const basisOf = new Map(props.sheet.lines.map(({ lot }) => [lot.lotId, lot.basis]))
    const entries = new Map(
      lines.flatMap(({ lotId, counted, reason }): [string, CountEntry][] => {
        const basis = basisOf.get(lotId)
        return counted === null || basis === undefined ? [] : [[lotId, { counted: String(counted), reason, basis }]]
      }),
    )
    props.onEntries(entries)
    const faults = problems
      .slice(0, NAMED)
      .map(({ line, message }) => text('stock.taking.readProblem', { line, message }))
    setSaid({ lines: [text('stock.taking.read', { count: entries.size }), ...faults], failed: problems.length > 0 })
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        hidden
        data-testid="stock-read-file"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file !== undefined) void read(file)
          // The same file may be chosen again after it was corrected.
          target.value = ''
        }}
      />
      <button type="button" className="plain-button" onClick={() => void write('xlsx')}>
        {text('stock.taking.exportXlsx')}
      </button>
      <button type="button" className="plain-button" onClick={() => void write('csv')}>
        {text('stock.taking.exportCsv')}
      </button>
      <button type="button" className="plain-button" onClick={() => input.current?.click()}>
        {text('stock.taking.readFile')}
      </button>
      {said === null ? null : (
        <span className={said.failed ? 'danger' : 'dim'} role="status" data-testid="stock-file-said">
          {said.lines.join('　')}
        </span>
      )}
    </>
  )
}
