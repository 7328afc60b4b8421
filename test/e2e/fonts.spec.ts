import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { startConsole, type RunningConsole } from '#electron/launch/console-driver.ts'
import { beginWith } from './kept-data.ts'

/** A machine without any Chinese font: every Chinese character on screen must come from the fonts the console brings. */
test.describe.configure({ mode: 'serial' })

const SHOTS = join(import.meta.dirname, '..', '..', 'test-results', 'screenshots')
const folder = mkdtempSync(join(tmpdir(), 'console-fonts-'))
let console_: RunningConsole

test.afterAll(async () => {
  await console_.close()
  rmSync(folder, { recursive: true, force: true })
})

test.beforeAll(async () => {
  // DejaVu has no Chinese; where it is missing too, the folder is empty and nothing at all can stand in.
  const config = join(folder, 'fonts.conf')
  mkdirSync(join(folder, 'fonts'))
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
      <dir>/usr/share/fonts/truetype/dejavu</dir><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir>
    </fontconfig>`,
  )
  await beginWith('plan', join(folder, 'data'))
  console_ = await startConsole(join(folder, 'data'), undefined, { FONTCONFIG_FILE: config })
})

/** Fonts that drew Chinese characters in the page, by name; those that the page brought are marked with a star. */
async function fontsOfChinese(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: -1 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body *' })
  const used = new Set<string>()
  for (const nodeId of nodeIds) {
    const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId })
    // Only elements whose own text is Chinese and nothing else: their fonts can be told for sure.
    if (!/^<[^>]*>\p{Script=Han}+<\/[^>]*>$/u.test(outerHTML)) continue
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const font of fonts) used.add(`${font.familyName}${font.isCustomFont ? ' *' : ''}`)
  }
  await session.detach()
  return [...used].sort()
}

/** Notes each Chinese character that the map draws for its labels, with a digest of its picture. Runs inside the page. */
function noteDrawnCharacters(): void {
  const pictures = new Map<string, string>()
  Reflect.set(globalThis, 'drawnCharacters', pictures)
  const prototype = OffscreenCanvasRenderingContext2D.prototype
  const { fillText, getImageData } = prototype
  let drawn = ''
  prototype.fillText = function (text, ...rest) {
    drawn = text
    fillText.call(this, text, ...rest)
  }
  prototype.getImageData = function (...area) {
    const image = getImageData.apply(this, area)
    if (/^\p{Script=Han}$/u.test(drawn)) {
      let digest = image.width
      for (const value of image.data) digest = (digest * 31 + value) % 2_147_483_647
      pictures.set(drawn, String(digest))
    }
    return image
  }
}

test('the words of both windows are drawn with the fonts the console brings', async () => {
  const { administrative, tactical } = console_
  for (const [name, page] of [
    ['administrative', administrative],
    ['tactical', tactical],
  ] as const) {
    await expect(page.getByTestId('plan-tab-force')).toBeVisible()
    const fonts = await fontsOfChinese(page)
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((font) => !font.endsWith(' *'))).toEqual([])
    await page.screenshot({ path: join(SHOTS, `no-chinese-font-${name}.png`) })
  }
})

test('the labels of the map are characters and not boxes', async () => {
  const { administrative } = console_
  await administrative.addInitScript(noteDrawnCharacters)
  await administrative.reload()
  await expect(administrative.getByTestId('map')).toBeVisible()
  const drawn = (): Promise<readonly (readonly [string, string])[]> =>
    administrative.evaluate(() => {
      const pictures: unknown = Reflect.get(globalThis, 'drawnCharacters')
      if (!(pictures instanceof Map)) return []
      return [...pictures].map(([text, picture]) => [String(text), String(picture)] as const)
    })
  await expect.poll(async () => (await drawn()).length, { timeout: 20_000 }).toBeGreaterThan(10)
  const pictures = (await drawn()).map(([, picture]) => picture)
  // A missing character is drawn as the same box each time.
  expect(new Set(pictures).size).toBe(pictures.length)
})
