import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SMALL_FILES, writeFiles } from '../datasets-io/small-dataset.ts'
import { PROJECT, anIncident, readEnding, run } from './run-cli.ts'

const MAIN = join(PROJECT, 'electron/cli/main.ts')

function program(argv: readonly string[], input = '', command: readonly string[] = []): ReturnType<typeof readEnding> {
  const [file, ...before] = command.length === 0 ? [process.execPath] : [...command, process.execPath]
  const { status, stdout, stderr } = spawnSync(file, [...before, MAIN, ...argv], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const exitCode = status === 0 || status === 2 || status === 3 || status === 4 ? status : 70
  return readEnding({ exitCode, stdout, stderr })
}

describe('the program as a process', () => {
  it('reads standard input, answers on stdout alone and exits as it says', () => {
    const ending = program(['plan', '--dataset', 'beilun', '--incident', '-'], anIncident())
    expect([0, 3]).toContain(ending.exitCode)
    expect(ending.stderr).toBe('')
    expect(ending.document).toMatchObject({ schema: 'dispatch-plan/1' })
  })

  it('puts one JSON object on the last line of stderr and leaves stdout empty', () => {
    const ending = program(['plan', '--dataset', 'beilun', '--incident', '-'], '{')
    expect(ending).toMatchObject({ exitCode: 2, stdout: '', error: { code: 'bad-json' } })
    expect(Object.keys(ending.error ?? {})).toEqual(['code', 'message', 'path', 'value'])
  })

  it.skipIf(process.platform === 'win32')('ends quietly when its reader stops early', () => {
    const line = `"${process.execPath}" "${MAIN}" datasets --pretty | head -c 1`
    const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: '[', stderr: '' })
  })

  it.skipIf(process.platform === 'win32')('refuses to write into a read-only folder and leaves nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'console-read-only-'))
    const source = writeFiles(SMALL_FILES)
    const db = join(source, 'small.db')
    expect((await run(['import', '--db', db, source])).exitCode).toBe(0)
    chmodSync(folder, 0o555)
    // Root may write everywhere: the program runs without that privilege then.
    const unprivileged = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override'] : []
    const imported = program(['import', '--db', join(folder, 'new.db'), join(source, 'teams.csv')], '', unprivileged)
    expect(imported).toMatchObject({ exitCode: 4, stdout: '', error: { code: 'target-not-writable' } })
    const exported = program(['export', '--db', db, '--to', join(folder, 'out')], '', unprivileged)
    expect(exported).toMatchObject({ exitCode: 4, stdout: '', error: { code: 'target-not-writable' } })
    expect(readdirSync(folder)).toEqual([])
  })

  it('does not tell to give up a database that is only older than the program', async () => {
    const folder = writeFiles(SMALL_FILES)
    const db = join(folder, 'small.db')
    expect((await run(['import', '--db', db, folder])).exitCode).toBe(0)
    const older = new Database(db)
    older.pragma('user_version = 6')
    older.close()
    const { exitCode, error } = await run(['verify', '--db', db])
    expect({ exitCode, error }).toMatchObject({ exitCode: 4, error: { code: 'verify-failed' } })
    expect(JSON.stringify(error)).toContain('请先用指挥台打开一次，完成升级')
    expect(JSON.stringify(error)).not.toContain('停用此库')
  })

  it('reports a damaged database through verify, with its report', () => {
    const folder = writeFiles(SMALL_FILES)
    const db = join(folder, 'small.db')
    expect(program(['import', '--db', db, folder]).exitCode).toBe(0)
    expect(program(['verify', '--db', db])).toMatchObject({ exitCode: 0, document: { ok: true, problems: [] } })
    const bytes = readFileSync(db)
    bytes.fill(0xa5, 8192, 40_960)
    writeFileSync(db, bytes)
    const verified = program(['verify', '--db', db])
    expect(verified).toMatchObject({ exitCode: 4, document: { ok: false }, error: { code: 'verify-failed', path: db } })
    const planned = program(['plan', '--dataset', db, '--incident', '-'], anIncident())
    expect(planned).toMatchObject({ exitCode: 4, stdout: '', error: { code: 'database-damaged' } })
    const text = join(folder, 'text.db')
    writeFileSync(text, 'no database at all, only a line of text')
    expect(program(['verify', '--db', text])).toMatchObject({ exitCode: 4, document: { ok: false } })
  })
})
