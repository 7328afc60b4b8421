import { dialog } from 'electron'
import type { ShellHandlers } from '#shared/contract/shell.contract.ts'
import { chooseFiles, type Vouch } from './given-files.ts'
import { plainFileName, writeWhole } from './write-whole.ts'

/** What the shell does with files: places and files are asked for in the system's own dialog, a text is written whole. */
export function fileHandlers(vouch: Vouch): ShellHandlers['file'] {
  return {
    chooseFiles: chooseFiles(vouch),
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
