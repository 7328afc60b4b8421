import { BrowserWindow, dialog, Menu, screen } from 'electron'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import type { AppPaths } from './paths.ts'
import { createRestartLimit } from './restart-limit.ts'
import { APP_ORIGIN, securePreferences } from './security.ts'

/**
 * Windows of the console, by headquarters. Written here and not imported as a value: the shell's bundle must share no
 * module with the core's, or loading one would start the other.
 */
const TITLES = {
  administrative: '行政指挥部 · 应急指挥台',
  tactical: '战术指挥部 · 应急指挥台',
} as const satisfies Record<Headquarters, string>

/** The headquarters that have a window, in the order they open. */
export const WINDOWS = ['administrative', 'tactical'] as const satisfies readonly Headquarters[]

/** Smallest window the screens are laid out for. */
const MINIMUM = { width: 1366, height: 768 } as const

/** Opens the window of one headquarters; it has no menu bar, so that 768 rows are really 768. */
export function openHeadquartersWindow(headquarters: Headquarters, paths: AppPaths): BrowserWindow {
  Menu.setApplicationMenu(null)
  const area = screen.getPrimaryDisplay().workAreaSize
  const window = new BrowserWindow({
    title: TITLES[headquarters],
    icon: paths.icon,
    width: Math.min(area.width, 1920),
    height: Math.min(area.height, 1080),
    minWidth: Math.min(area.width, MINIMUM.width),
    minHeight: Math.min(area.height, MINIMUM.height),
    useContentSize: true,
    show: false,
    backgroundColor: '#1c2127',
    webPreferences: securePreferences(paths.preload, [`--headquarters=${headquarters}`]),
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  void window.loadURL(`${APP_ORIGIN}/windows/${headquarters}/index.html`)
  return window
}

/** Loads a window again whose page process died; when that does not help it is said, and the other window goes on. */
export function reloadWhenCrashed(window: BrowserWindow, log: (text: string) => void): void {
  const mayReload = createRestartLimit()
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log(`page of "${window.getTitle()}" ended: ${reason}, code ${exitCode}`)
    if (mayReload(performance.now())) {
      window.webContents.reload()
      return
    }
    dialog.showErrorBox(
      '窗口反复停止响应',
      `${window.getTitle()}（${reason}）。已保存的数据不受影响，另一窗口可继续使用。请重新启动指挥台。`,
    )
  })
}
