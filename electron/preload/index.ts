import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { appContract } from '#shared/contract/app-contract.ts'
import { channelsOf, TOPICS } from '#shared/contract/define.ts'
import { shellContract } from '#shared/contract/shell.contract.ts'
import { createPortClient } from './port-client.ts'

const PORT_MESSAGE = 'console-port'
const DROPPED_CHANNEL = 'console-dropped-files'

const headquarters = process.argv.includes('--headquarters=tactical') ? 'tactical' : 'administrative'

const client = createPortClient(new Set(channelsOf(appContract)), { topics: [...TOPICS], revision: 0 })
ipcRenderer.on(PORT_MESSAGE, (event) => {
  const port = event.ports[0]
  if (port) client.attach(port)
  else client.lose()
})

/** Paper, the clipboard and files belong to the shell; every other call goes to the core over the window's port. */
const shellChannels = new Set(channelsOf(shellContract))
const invoke = (channel: string, input: unknown): Promise<unknown> =>
  shellChannels.has(channel) ? ipcRenderer.invoke(channel, input) : client.invoke(channel, input)

/** Files that were dropped on the page, as a ticket: only here, outside the page, is it known where they lie. */
const handFiles = (files: readonly File[]): Promise<unknown> =>
  ipcRenderer.invoke(
    DROPPED_CHANNEL,
    files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
  )

// The only thing a page gets: calls by name from the contracts' lists, the change events, and how far plans are, and a ticket for dropped files.
contextBridge.exposeInMainWorld(
  'commandConsole',
  Object.freeze({ headquarters, invoke, subscribe: client.subscribe, watchPlans: client.watchPlans, handFiles }),
)
