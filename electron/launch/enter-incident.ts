import type { Page } from 'playwright'

/** One entry of the form: which field, what is typed, and whether Enter takes the first suggestion. */
interface Entry {
  readonly field: string
  readonly typed: string
  readonly take?: boolean
}

const TANKER: readonly Entry[] = [
  { field: 'intake-type', typed: 'hazmat_road', take: true },
  { field: 'intake-place', typed: '121.885,29.880' },
  { field: 'intake-fact-trapped', typed: '1' },
  { field: 'intake-fact-injured', typed: '3' },
  { field: 'intake-substance', typed: '1005', take: true },
  { field: 'intake-quantity', typed: '25' },
  { field: 'intake-wind-from', typed: '45' },
  { field: 'intake-wind-speed', typed: '4' },
]

/**
 * Takes in the ammonia tanker on the expressway as a duty officer would, by keyboard alone, and waits for the plan.
 * `beforeSubmit` sees the filled form.
 */
export async function enterAmmoniaTanker(page: Page, beforeSubmit: (page: Page) => Promise<void>): Promise<void> {
  await page.getByTestId('top-strip').waitFor()
  if (!(await page.getByTestId('intake-form').isVisible())) await page.keyboard.press('Control+n')
  await page.getByTestId('intake-form').waitFor()
  await page.getByTestId('intake-mode-drill').focus()
  await page.keyboard.press('Space')
  for (const entry of TANKER) {
    const field = page.getByTestId(entry.field)
    await field.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(entry.typed)
    if (entry.take !== true) continue
    await page.locator('[role=listbox] [role=option]').first().waitFor() // suggestions may come from the core
    await page.keyboard.press('Enter')
  }
  await choose(page, 'intake-container', 'roadTanker')
  await choose(page, 'intake-spill', 'large')
  await choose(page, 'intake-fire', 'no')
  await beforeSubmit(page)
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('plan-tab-force').waitFor({ timeout: 30_000 })
  // The draft is on the screen first; the version takes its place.
  await page.locator('[data-testid=plan-proof]:not([data-state=draft])').waitFor({ timeout: 60_000 })
}

async function choose(page: Page, field: string, value: string): Promise<void> {
  const select = page.getByTestId(field)
  await select.focus()
  await select.selectOption(value)
}
