import { join } from 'node:path'
import * as prettier from 'prettier'
import { describe, expect, it } from 'vitest'
import { ROOT, runTool } from './tool-run.ts'

describe('the dead-code check', () => {
  const { code, output } = runTool('knip/bin/knip.js', [
    '--directory',
    join(ROOT, 'test', 'fixtures', 'dead-code'),
    '--no-progress',
  ])

  it.each([
    ['an unused file', 'orphan.ts'],
    ['an unused export', 'neverUsed'],
    ['an unused dependency', 'left-unused'],
  ])('finds %s', (_name, trace) => {
    expect(output).toContain(trace)
    expect(code).not.toBe(0)
  })
})

describe('the format check', () => {
  it('refuses text in another form and accepts its own', async () => {
    const options = { ...(await prettier.resolveConfig(join(ROOT, 'shared/kernel/order.ts'))), parser: 'typescript' }
    expect(await prettier.check('const a   = "x";\n', options)).toBe(false)
    expect(await prettier.check("const a = 'x'\n", options)).toBe(true)
  })
})
