import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ROOT } from './tool-run.ts'

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  scripts: z.record(z.string(), z.string()).default({}),
  license: z.string().optional(),
})

const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8')
const manifest = Manifest.parse(JSON.parse(read('package.json')))
const readme = read('README.md')

/** Licences that may be shipped or built with. */
const ALLOWED = ['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'OFL-1.1']

describe('the README', () => {
  const packages = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  })

  it.each(packages)('lists %s in a row that names its licence', (name) => {
    const row = readme.split('\n').find((line) => line.startsWith('|') && line.split(/[|,\s]+/).includes(name))
    expect(row).toBeDefined()
    const file = join(ROOT, 'node_modules', name, 'package.json')
    // Optional packages of other platforms are not installed here.
    const licence = existsSync(file) ? Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).license : undefined
    if (licence !== undefined) {
      expect(ALLOWED).toContain(licence)
      expect(row).toContain(licence)
    }
  })

  it('names only scripts that exist', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map((match) => match[1] ?? '')
    expect(named.length).toBeGreaterThan(3)
    for (const name of named) expect(Object.keys(manifest.scripts)).toContain(name)
  })

  it('shows a screenshot that is there', () => {
    const image = /!\[[^\]]*\]\(([^)]+)\)/.exec(readme)?.[1] ?? ''
    expect(existsSync(join(ROOT, image))).toBe(true)
  })
})
