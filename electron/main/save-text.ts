import { dialog } from 'electron'
import type { ShellHandlers } from '#shared/contract/shell.contract.ts'
import { plainFileName, writeWhole } from './write-whole.ts'

/** What the shell does with text files: a place is asked for in the system's own dialog, and the file is written whole. */
export function fileHandlers(): ShellHandlers['file'] {
  return {
    saveText: async ({ title, fileName, text }) => {
      const name = plainFileName(fileName)
      const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1] ?? 'txt'
      const { canceled, filePath } = await dialog.showSaveDialog({
        title,
        defaultPath: name,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      })
      if (canceled || filePath === '') return { outcome: 'cancelled', path: '' }
      await writeWhole(filePath, text)
      return { outcome: 'done', path: filePath }
    },
  }
}
