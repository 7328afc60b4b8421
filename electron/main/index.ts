import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { app, BrowserWindow, dialog, protocol, session } from 'electron'
import { serveAppRequest } from './app-protocol.ts'
import { startCore } from './core-link.ts'
import { resolvePaths } from './paths.ts'
import { APP_SCHEME, applySecurity } from './security.ts'
import { openHeadquartersWindow, WINDOWS } from './windows.ts'

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
  mkdirSync(dirname(paths.database), { recursive: true })
  applySecurity(app, session.defaultSession)
  protocol.handle(APP_SCHEME, (request) => serveAppRequest(request, paths))
  const core = startCore(paths, `Electron ${process.versions.electron}`, (code) => {
    dialog.showErrorBox(
      '指挥台核心进程已停止',
      `代码 ${code}。已保存的数据不受影响。请重新启动指挥台；若反复出现，请把日志交给管理员：${paths.log}`,
    )
    app.exit(70)
  })

  for (const headquarters of WINDOWS) {
    const window = openHeadquartersWindow(headquarters, paths.preload)
    // A reload makes a new page, which needs a port of its own.
    window.webContents.on('did-finish-load', () => {
      core.connect(window.webContents, headquarters)
    })
  }

  app.on('window-all-closed', () => {
    app.quit()
  })
  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    void core.stop(5000).then(() => {
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
