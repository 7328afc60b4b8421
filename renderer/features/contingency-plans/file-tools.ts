import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'

/** What a tool has to say of its last work. */
export interface Said {
  readonly words: string
  readonly failed: boolean
}

/** Writes one version as a file to a place the operator chooses. */
export function useExport(onSaid: (said: Said) => void): (planId: string, version: number) => void {
  const text = useText()
  const { client, shell } = useConsole()
  const run = async (planId: string, version: number): Promise<void> => {
    const file = await client.library.exportOne({ planId, version })
    if (!file.ok) {
      onSaid({ words: file.error.message, failed: true })
      return
    }
    const kept = await shell.file.saveText({ title: text('contingency.tool.export'), ...file.value })
    if (!kept.ok) onSaid({ words: kept.error.message, failed: true })
    else if (kept.value.outcome === 'cancelled')
      onSaid({ words: text('contingency.file.exportCancelled'), failed: false })
    else onSaid({ words: text('contingency.file.exported', { path: kept.value.path }), failed: false })
  }
  return (planId, version) => {
    run(planId, version).catch((error: unknown) =>
      onSaid({ words: error instanceof Error ? error.message : String(error), failed: true }),
    )
  }
}
