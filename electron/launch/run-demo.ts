import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import * as z from 'zod'
import { IncidentSummary } from '#shared/contract/incident.contract.ts'
import { PlanVersion } from '#shared/contract/plan.contract.ts'
import { planDocuments } from '#shared/text/documents/plan-documents.ts'
import { callBridge } from './call-bridge.ts'
import { enterAmmoniaTanker } from './enter-incident.ts'
import { JUDGED_SIZES, resizeWindows, startConsole, type RunningConsole } from './console-driver.ts'
import { say } from './launch-error.ts'

/** The plan's parts, in the order a duty officer reads them. */
export const PLAN_TABS = ['first-orders', 'force', 'movement', 'handling'] as const

/** Plays the ammonia tanker in both windows and writes screenshots and the three plans to `output`. */
export async function runDemo(output: string): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'console-demo-'))
  await mkdir(output, { recursive: true })
  const running = await startConsole(dataFolder)
  try {
    await resizeWindows(running.app, { width: 1366, height: 768 })
    say('登记事件：S20 穿好高速液氨槽车泄漏 / entering the incident')
    await enterAmmoniaTanker(running.administrative, (page) => photograph(page, output, '1-intake'))
    await photographPlan(running, output)
    await writePlans(running.administrative, output)
  } finally {
    await running.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function photographPlan(running: RunningConsole, output: string): Promise<void> {
  for (const size of JUDGED_SIZES) {
    await resizeWindows(running.app, size)
    for (const [name, page] of [
      ['administrative', running.administrative],
      ['tactical', running.tactical],
    ] as const) {
      for (const [index, tab] of PLAN_TABS.entries()) {
        await page.getByTestId(`plan-tab-${tab}`).click()
        await photograph(page, output, `${index + 2}-${name}-${tab}-${size.width}`)
      }
    }
  }
}

async function photograph(page: Page, output: string, name: string): Promise<void> {
  await page.waitForTimeout(400) // lets the map finish drawing its last frame
  await page.screenshot({ path: join(output, `${name}.png`) })
  if (!existsSync(join(output, `${name}.png`))) throw new Error(`no screenshot was written: ${name}`)
}

/** Reads the plan that the window itself shows, through the window's own bridge, and writes the three plans as text. */
async function writePlans(page: Page, output: string): Promise<void> {
  const incidents = IncidentList.parse(await callBridge(page, 'incident.list', {}))
  const incidentId = incidents.value[0]?.incidentId ?? ''
  const latest = LatestPlan.parse(await callBridge(page, 'plan.latest', { incidentId }))
  const { plan, elapsedMs } = latest.value
  await writeFile(join(output, 'dispatch-plan.json'), `${JSON.stringify(plan, null, 2)}\n`)
  for (const document of planDocuments(plan)) await writeFile(join(output, document.fileName), document.markdown)
  say(`三个方案已写出，生成用时 ${Math.round(elapsedMs)} ms / three plans written`)
}

const IncidentList = z.object({ ok: z.literal(true), value: z.array(IncidentSummary) })
const LatestPlan = z.object({ ok: z.literal(true), value: PlanVersion })
