import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildDatasets } from '../../../resources/datasets/build/build-datasets.ts'
import { RESOURCES } from './read-dataset.ts'

const SOURCES = resolve(RESOURCES, '../../shared/data')
const DIGESTS = 'datasets/SHA256SUMS'

/** File and digest of every line of the committed list. */
function listed(): (readonly [file: string, digest: string])[] {
  return readFileSync(join(RESOURCES, DIGESTS), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [digest = '', file = ''] = line.split('  ')
      return [file, digest] as const
    })
}

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

describe('the data sets are what the build makes', () => {
  it('has the listed bytes in every generated file', () => {
    expect(listed().length).toBeGreaterThan(40)
    expect(listed().filter(([file, digest]) => digestOf(join(RESOURCES, file)) !== digest)).toEqual([])
  })

  // Without the sources there is nothing to build from; then the listed digests stand for the build.
  it('gives the same bytes when built again from the sources', () => {
    const folder = mkdtempSync(join(tmpdir(), 'datasets-'))
    try {
      const lines: string[] = []
      const hasSources = existsSync(SOURCES)
      if (hasSources)
        expect(
          buildDatasets(SOURCES, folder, (line) => lines.push(line)),
          lines.join('\n'),
        ).toBe(0)
      const built = hasSources ? folder : RESOURCES
      expect(readFileSync(join(built, DIGESTS), 'utf8')).toBe(readFileSync(join(RESOURCES, DIGESTS), 'utf8'))
      expect(listed().filter(([file, digest]) => digestOf(join(built, file)) !== digest)).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
