import type { IpcMain } from 'electron'
import { createRouter, type LogBug } from '#electron/core/router/router.ts'
import { channelsOf } from '#shared/contract/define.ts'
import { shellContract, type ShellHandlers } from '#shared/contract/shell.contract.ts'
import { isTrustedUrl } from './security.ts'

/** Answers what pages of the console ask of the shell; any other page is refused. */
export function serveShell(ipc: Pick<IpcMain, 'handle'>, handlers: ShellHandlers, logBug: LogBug): void {
  const route = createRouter<typeof shellContract, null>(shellContract, handlers, {
    publish: () => undefined, // nothing that is kept changes
    logBug,
  })
  for (const channel of channelsOf(shellContract)) {
    ipc.handle(channel, (event, input: unknown) => {
      if (event.senderFrame === null || !isTrustedUrl(event.senderFrame.url)) {
        throw new Error(`channel ${channel} is for pages of the console only`)
      }
      return route(channel, input, null)
    })
  }
}
