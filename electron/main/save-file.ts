import { dialog } from 'electron'
import type { ShellHandlers } from '#shared/contract/shell.contract.ts'
import { chooseFiles, chooseTarget, type Vouch } from './given-files.ts'
import { plainFileName, writeWhole } from './write-whole.ts'

/** What the shell does with files: places and files are asked for in the system's own dialog, a file is written whole. */
export function fileHandlers(vouch: Vouch): ShellHandlers['file'] {
  return {
    chooseFiles: chooseFiles(vouch),
    chooseTarget: chooseTarget(vouch),
    saveText: ({ title, fileName, text }) => save(title, fileName, text),
    saveBytes: ({ title, fileName, base64 }) => save(title, fileName, Buffer.from(base64, 'base64')),
  }
}

async function save(
  title: string,
  fileName: string,
  content: string | Buffer,
): Promise<{ outcome: 'done' | 'cancelled'; path: string }> {
  const name = plainFileName(fileName)
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1] ?? 'txt'
  const { canceled, filePath } = await dialog.showSaveDialog({
    title,
    defaultPath: name,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  })
  if (canceled || filePath === '') return { outcome: 'cancelled', path: '' }
  await writeWhole(filePath, content)
  return { outcome: 'done', path: filePath }
}
