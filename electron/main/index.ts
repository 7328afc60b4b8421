import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron'
import { serveAppRequest } from './app-protocol.ts'
import { keepCore } from './core-keeper.ts'
import { PORT_MESSAGE, startCore } from './core-link.ts'
import { logFault } from './fault-log.ts'
import { takeDroppedFiles, type Vouch } from './given-files.ts'
import { resolvePaths, type AppPaths } from './paths.ts'
import { paperHandlers } from './print-document.ts'
import { createRestartLimit } from './restart-limit.ts'
import { fileHandlers } from './save-file.ts'
import { APP_SCHEME, applySecurity } from './security.ts'
import { serveShell } from './serve-shell.ts'
import { openHeadquartersWindow, reloadWhenCrashed, WINDOWS } from './windows.ts'

/** Exit codes of sysexits.h: EX_SOFTWARE for a core that keeps ending, EX_CANTCREAT for a data folder that cannot be made. */
const EXIT_CORE = 70
const EXIT_DATA_FOLDER = 73

// Start order only: scheme → single instance → security → core → windows.
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindows)
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  const paths = resolvePaths(app, __dirname, process.resourcesPath)
  if (!makeDataFolder(paths)) return
  applySecurity(app, session.defaultSession)
  protocol.handle(APP_SCHEME, (request) => serveAppRequest(request, paths))
  const vouch: Vouch = (ticket, paths) => core.vouch(ticket, paths)
  takeDroppedFiles(ipcMain, vouch)
  serveShell(ipcMain, { paper: paperHandlers(), file: fileHandlers(vouch) }, (where, error) => {
    logFault(paths.log, `${where} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  })
  const identity = { version: app.getVersion(), runtime: `Electron ${process.versions.electron}` }
  const core = keepCore({
    start: (previousExit, onExit) => startCore(paths, { ...identity, previousExit }, onExit),
    mayRestart: createRestartLimit(),
    nowMs: () => performance.now(),
    onLost: (code) => {
      logFault(paths.log, `core ended unasked, code ${code}`)
      for (const { window } of windows) window.webContents.postMessage(PORT_MESSAGE, null)
    },
    onRestarted: () => {
      for (const { window, headquarters } of windows) core.connect(window.webContents, headquarters)
    },
    onGivenUp: (code) => {
      dialog.showErrorBox(
        '指挥台核心进程反复停止',
        `代码 ${code}，已自动重启三次仍未恢复。已保存的数据不受影响。请重新启动指挥台；若反复出现，请把日志交给管理员：${paths.log}`,
      )
      app.exit(EXIT_CORE)
    },
  })

  let windows = WINDOWS.map((headquarters) => ({ headquarters, window: openHeadquartersWindow(headquarters, paths) }))
  for (const { headquarters, window } of windows) {
    // A reload makes a new page, which needs a port of its own.
    window.webContents.on('did-finish-load', () => {
      core.connect(window.webContents, headquarters)
    })
    window.on('closed', () => {
      windows = windows.filter((other) => other.window !== window)
    })
    reloadWhenCrashed(window, (text) => {
      logFault(paths.log, text)
    })
  }
  quitWith(core.stop)
}

/** Without its folder the console has nowhere to keep anything: that is said, and the console ends. */
function makeDataFolder(paths: AppPaths): boolean {
  const folder = dirname(paths.database)
  try {
    mkdirSync(folder, { recursive: true })
    return true
  } catch (error) {
    dialog.showErrorBox(
      '无法建立数据文件夹',
      `${folder}\n${String(error)}\n请检查该位置的写权限和磁盘空间，或用环境变量 COMMAND_CONSOLE_DATA 指定其他文件夹。`,
    )
    app.exit(EXIT_DATA_FOLDER)
    return false
  }
}

/** The console ends with its last window, after the core has closed the database. */
function quitWith(stopCore: (timeoutMs: number) => Promise<void>): void {
  app.on('window-all-closed', () => {
    app.quit()
  })
  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    void stopCore(5000).then(() => {
      stopped = true
      app.quit()
    })
  })
}

function focusWindows(): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (window.isMinimized()) window.restore()
    window.focus()
  }
}
