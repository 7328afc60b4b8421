import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, runTool } from './tool-run.ts'

const FOLDER = join(ROOT, 'test', 'fixtures', 'types')

describe('the compiler', () => {
  const { output, code } = runTool('typescript/bin/tsc', ['-p', FOLDER, '--pretty', 'false'])
  const examples = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'))

  it.each(examples)('refuses %s for the stated reason', (file) => {
    const expected = /must fail: (TS\d+)/.exec(readFileSync(join(FOLDER, file), 'utf8'))?.[1] ?? 'a stated code'
    expect(output.split('\n').find((line) => line.includes(file))).toContain(expected)
  })

  it('fails as a whole, so that a broken build cannot pass', () => {
    expect(code).not.toBe(0)
    expect(examples.length).toBeGreaterThanOrEqual(7)
  })
})
