import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '#electron/cli/all-commands.ts'
import { allSchemas, schemaText } from '#electron/cli/schemas.ts'
import { PROJECT, run } from './run-cli.ts'

describe('arguments', () => {
  it.each([
    [[], 'command'],
    [['fly'], 'command'],
    [['plan', '--bogus'], '--bogus'],
    [['plan'], '--dataset'],
    [['plan', '--dataset', 'beilun'], '--incident'],
    [['plan', '--dataset'], '--dataset'],
    [['plan', '--dataset', 'beilun', '--incident', '-', '--alternatives', 'two'], '--alternatives'],
    [['plan', 'stray', '--dataset', 'beilun'], 'plan'],
    [['import', '--db', 'x.db'], 'import'],
    [['export', '--db', 'x.db'], '--to'],
    [['verify'], '--db'],
    [['schema'], 'schema'],
    [['schema', 'nothing'], 'name'],
    [['readiness', '--dataset', 'beilun', '--as-of', '2026-02-30'], '--as-of'],
    [['readiness', '--dataset', 'beilun', '--stress', '0'], '--stress'],
    [['readiness', '--dataset', 'beilun', '--stress', '9', '--seed', 'x'], '--seed'],
    [['readiness', '--dataset', 'beilun', '--seed', '7'], '--seed'],
  ])('%j ends with 2 and names the option', async (argv, path) => {
    const ending = await run(argv)
    expect(ending).toMatchObject({ exitCode: 2, stdout: '', error: { code: 'bad-option', path } })
    expect(ending.error?.message).toMatch(/[\u4e00-\u9fff]/)
  })

  it('helps with every command and says its version', async () => {
    for (const argv of [['--help'], ...COMMANDS.map(({ name }) => [name, '--help'])]) {
      const { exitCode, stdout } = await run(argv)
      expect(exitCode).toBe(0)
      expect(stdout).toContain(argv[0] === '--help' ? 'check-plan' : argv[0])
    }
    expect((await run(['--version'])).document).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown,
    })
  })

  it('ends with 4 where the data set or database is missing', async () => {
    expect(await run(['readiness', '--dataset', 'atlantis'])).toMatchObject({
      exitCode: 4,
      stdout: '',
      error: { code: 'dataset-missing' },
    })
    expect(await run(['verify', '--db', '/nowhere/x.db'])).toMatchObject({
      exitCode: 4,
      stdout: '',
      error: { code: 'database-missing' },
    })
  })
})

describe('shipped data sets and schemas', () => {
  it('lists the data sets with counts, readably on request', async () => {
    const { document, exitCode, stdout } = await run(['datasets', '--pretty'])
    expect(exitCode).toBe(0)
    expect(document).toMatchObject([
      { id: 'beilun', isDemo: true, counts: { shelters: 157, roads: 491 } },
      { id: 'cixi', isDemo: true },
    ])
    expect(stdout.split('\n').length).toBeGreaterThan(20)
  })

  it('prints a schema by its name, its written form or its short form', async () => {
    const named = await run(['schema', 'incident-1'])
    expect(named.document).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: '事件 incident/1',
    })
    expect((await run(['schema', 'incident/1'])).stdout).toBe(named.stdout)
    expect((await run(['schema', 'incident'])).stdout).toBe(named.stdout)
    expect((await run(['schema', 'teams'])).document).toMatchObject({
      required: expect.arrayContaining(['id', 'lng']) as unknown,
    })
    expect((await run(['schema', 'plan.build'])).exitCode).toBe(0)
  })

  it('ships schemas that are those of the declared shapes (else run electron/cli/write-schemas.ts)', () => {
    const folder = join(PROJECT, 'resources/schema')
    const shipped = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
    const declared = new Map([...allSchemas()].map(([name, schema]) => [`${name}.json`, schemaText(schema)]))
    expect([...shipped.keys()].sort()).toEqual([...declared.keys()].sort())
    for (const [file, text] of declared) expect(shipped.get(file) === text, file).toBe(true)
  })

  it('says what is not ready on a day', async () => {
    const early = await run(['readiness', '--dataset', 'beilun', '--as-of', '2026-07-14'])
    const late = await run(['readiness', '--dataset', 'beilun', '--as-of', '2028-07-14'])
    expect(early.exitCode).toBe(0)
    expect(early.document).toMatchObject({ dataset: 'beilun', asOf: '2026-07-14' })
    expect(late.document).toMatchObject({
      ready: false,
      counts: { 'roster-stale': 1, 'lot-expired': expect.any(Number) as unknown },
    })
  })

  it('plans the same random incidents for the same seed', async () => {
    const stress = ['--stress', '2', '--seed', '7', '--misses-only']
    const { exitCode, document } = await run(['readiness', '--dataset', 'beilun', '--as-of', '2026-07-14', ...stress])
    expect(exitCode).toBe(0)
    expect(document).toMatchObject({
      stress: {
        schema: 'stress/1',
        question: { incidents: 2, seed: 7, mode: 'misses' },
        worth: [],
        incidents: [{}, {}],
      },
    })
  })
})
