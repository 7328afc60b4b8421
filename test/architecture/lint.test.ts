import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { ROOT } from './tool-run.ts'

const eslint = new ESLint({ cwd: ROOT })

/** Rules that a text breaks when it stands at the given path of the project. */
async function brokenRules(path: string, text: string): Promise<(string | null)[]> {
  const results = await eslint.lintText(text, { filePath: join(ROOT, path) })
  return results.flatMap((result) => result.messages.map((message) => message.ruleId))
}

const SHARED = 'shared/kernel/order.ts'
const SCREEN = 'renderer/windows/administrative/main.tsx'

describe('the lint rules', () => {
  it.each([
    ['an any', SHARED, 'export const a: any = 1', '@typescript-eslint/no-explicit-any'],
    [
      'a non-null mark',
      SHARED,
      'export const f = (a: string | null): string => a!',
      '@typescript-eslint/no-non-null-assertion',
    ],
    [
      'a lost promise',
      'electron/main/paths.ts',
      'export function f(): void {\n  Promise.resolve(1)\n}',
      '@typescript-eslint/no-floating-promises',
    ],
    ['the clock in shared', SHARED, 'export const now = Date.now()', 'no-restricted-properties'],
    ['a new Date() in shared', SHARED, 'export const now = new Date()', 'no-restricted-syntax'],
    ['chance in shared', SHARED, 'export const r = Math.random()', 'no-restricted-properties'],
    ['locale sorting in shared', SHARED, "export const c = 'a'.localeCompare('b')", 'no-restricted-syntax'],
    ['console in shared', SHARED, "console.log('x')", 'no-restricted-globals'],
    ['Chinese words in a component', SCREEN, 'export const a = <p>指挥台</p>', 'no-restricted-syntax'],
    ['English words in a component', SCREEN, 'export const a = <p>Console</p>', 'no-restricted-syntax'],
    ['a Chinese attribute in a component', SCREEN, 'export const a = <p title="指挥台" />', 'no-restricted-syntax'],
    [
      'a non-exhaustive switch',
      SHARED,
      "export function f(a: 'x' | 'y'): number {\n  switch (a) {\n    case 'x':\n      return 1\n  }\n  return 0\n}",
      '@typescript-eslint/switch-exhaustiveness-check',
    ],
    [
      'a file over the limit',
      SHARED,
      Array.from({ length: 301 }, (_, n) => `export const a${n} = ${n}`).join('\n'),
      'max-lines',
    ],
  ])('refuse %s', async (_name, path, text, rule) => {
    expect(await brokenRules(path, text)).toContain(rule)
  })

  it('accept clean text', async () => {
    expect(await brokenRules(SHARED, '/** One. */\nexport const one = 1\n')).toEqual([])
  })
})
