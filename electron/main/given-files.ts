import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { dialog, type IpcMain } from 'electron'
import * as z from 'zod'
import type { ShellHandlers } from '#shared/contract/shell.contract.ts'
import { isTrustedUrl } from './security.ts'
import { plainFileName } from './write-whole.ts'

/** Channel over which the preload script hands on what was dropped on a page; no page can call it itself. */
export const DROPPED_CHANNEL = 'console-dropped-files'

/** Tells the core that the operator chose these paths; the page only gets the ticket. */
export type Vouch = (ticket: string, paths: readonly string[]) => void

const Paths = z.array(z.string().min(1)).min(1).max(1000)

/** Asks for files or a folder in the system's own dialog. */
export function chooseFiles(vouch: Vouch): ShellHandlers['file']['chooseFiles'] {
  return async ({ title, what }) => {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      title,
      properties: what === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
      filters:
        what === 'folder'
          ? []
          : [{ name: title, extensions: what === 'pictures' ? [...PICTURES] : [...EXTENSIONS] }, ALL_FILES],
    })
    if (canceled || filePaths.length === 0) return { outcome: 'cancelled', ticket: '', names: [] }
    return { outcome: 'done', ...giveTicket(vouch, filePaths) }
  }
}

/** Asks for the place of an export in the system's own dialog, which also asks before a file is replaced. */
export function chooseTarget(vouch: Vouch): ShellHandlers['file']['chooseTarget'] {
  return async ({ title, fileName, shape }) => {
    const name = plainFileName(fileName)
    const target =
      shape === 'folder' ? await folderTarget(title, name) : await fileTarget(title, name, EXTENSION_OF[shape])
    if (target === null) return { outcome: 'cancelled', ticket: '' }
    return { outcome: 'done', ticket: giveTicket(vouch, [target]).ticket }
  }
}

const EXTENSION_OF = { zip: 'zip', bundle: 'eccbundle' } as const

async function fileTarget(title: string, name: string, extension: string): Promise<string | null> {
  const filters = [{ name: extension.toUpperCase(), extensions: [extension] }]
  const { canceled, filePath } = await dialog.showSaveDialog({ title, defaultPath: `${name}.${extension}`, filters })
  return canceled || filePath === '' ? null : filePath
}

async function folderTarget(title: string, name: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title,
    properties: ['openDirectory', 'createDirectory'],
  })
  const [folder] = filePaths
  return canceled || folder === undefined ? null : join(folder, name)
}

/** Takes what was dropped on a page of the console; its paths come from the preload script, not from the page. */
export function takeDroppedFiles(ipc: Pick<IpcMain, 'handle'>, vouch: Vouch): void {
  ipc.handle(DROPPED_CHANNEL, (event, input: unknown) => {
    if (event.senderFrame === null || !isTrustedUrl(event.senderFrame.url)) {
      throw new Error(`channel ${DROPPED_CHANNEL} is for pages of the console only`)
    }
    return giveTicket(vouch, Paths.parse(input))
  })
}

function giveTicket(vouch: Vouch, paths: readonly string[]): { ticket: string; names: string[] } {
  const ticket = randomUUID()
  vouch(ticket, paths)
  return { ticket, names: paths.map((path) => basename(path)) }
}

const ALL_FILES = { name: '*', extensions: ['*'] }
const PICTURES = ['jpg', 'jpeg', 'png', 'webp']
const EXTENSIONS = [
  ...['csv', 'xlsx', 'geojson', 'json', 'kml', 'kmz', 'zip', 'pbf', 'yaml', 'yml', 'eccbundle'],
  // A shapefile is several files of one name: the dialog must let all of them be chosen together.
  ...['shp', 'shx', 'dbf', 'prj', 'cpg'],
]
