import 'normalize.css'
import '@blueprintjs/core/lib/css/blueprint.css'
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/700.css'
import '../../ui/fonts/rare-characters.css'
import '../../ui/tokens.css'
import '../../ui/base.css'
import '../../ui/panel.css'
import '../../ui/form.css'
import '../../ui/shell.css'
import '../../ui/plan.css'
import '../../ui/map.css'
import '../../ui/finder.css'
import '../../ui/handbook.css'
import '../../ui/cards.css'
import '../../ui/documents.css'
import '../../ui/contingency.css'
import '../../ui/import.css'
import '../../ui/stock.css'
import '../../ui/readiness.css'
import '../../ui/keeping.css'
import '../../ui/records.css'
import '../../ui/board.css'
import '../../ui/review.css'
import '../../ui/headquarters.css'
import '../../ui/reports.css'
import '../../ui/orders.css'
import { createRoot } from 'react-dom/client'
import { readBridge } from '../../app/bridge.ts'
import { ConsoleProvider, createServices } from '../../app/console-context.tsx'
import { readPreferences } from '../../app/preferences.ts'
import { NoConsole } from '../../features/notices/not-ready.tsx'
import { startText } from '../../text/text.ts'
import { applyTheme } from './apply-theme.ts'
import { ConsoleWindow } from './console-window.tsx'
import { CrashGuard } from './crash-guard.tsx'

/** Starts one window: words, colours, bridge, screens. */
export async function startWindow(): Promise<void> {
  const preferences = readPreferences(window.localStorage)
  await startText(preferences.language)
  applyTheme(preferences.theme)
  document.documentElement.lang = preferences.language
  const place = document.getElementById('root')
  if (place === null) throw new Error('the page has no #root')
  const root = createRoot(place)
  const bridge = readBridge(window)
  if (bridge === null) {
    root.render(<NoConsole message="" />)
    return
  }
  const services = createServices(bridge)
  services.view.setState({ theme: preferences.theme })
  root.render(
    <CrashGuard>
      <ConsoleProvider services={services}>
        <ConsoleWindow />
      </ConsoleProvider>
    </CrashGuard>,
  )
}
