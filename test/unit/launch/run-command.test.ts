import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { lastLines, runCommand } from '#electron/launch/run-command.ts'

const node = (script: string, timeoutMs = 10_000): ReturnType<typeof runCommand> =>
  runCommand(process.execPath, ['-e', script], { timeoutMs })

it('collects both outputs and the exit code', async () => {
  const result = await node('console.log("out"); console.error("err"); process.exitCode = 4')
  expect(result).toEqual({ code: 4, stdout: 'out\n', stderr: 'err\n', timedOut: false })
})

it('ends a command that takes too long', async () => {
  const result = await node('setInterval(() => {}, 1000)', 300)
  expect(result).toMatchObject({ code: null, timedOut: true })
})

it('does not wait for a process that a command left behind', async () => {
  const result = await runCommand('sh', ['-c', 'sleep 60 & echo done'], { timeoutMs: 30_000 })
  expect(result).toMatchObject({ code: 0, stdout: 'done\n', timedOut: false })
}, 10_000)

it('tells why a command cannot be started', async () => {
  const result = await runCommand('/no/such/command', [], { timeoutMs: 1_000 })
  expect(result.code).toBeNull()
  expect(result.stderr).toContain('ENOENT')
})

it('shows the end of a text', () => {
  expect(lastLines('a\nb\nc\n', 2)).toBe('b\nc')
})

/**
 * Runs `runInForeground` in a process of its own and sends it SIGTERM as soon as the program prints "ready". The output
 * closes only when no process holds it any more, the sleeping one included.
 */
async function endWhenReady(before: string): Promise<{ printed: string; code: unknown }> {
  const script = `
    import { runInForeground } from '#electron/launch/run-command.ts'
    ${before}
    process.exitCode = await runInForeground('sh', ['-c', 'echo ready; sleep 60; echo late'], process.env)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    if (text.includes('ready')) child.kill('SIGTERM')
  })
  const closed: unknown[] = await once(child, 'close')
  return { printed, code: closed[0] }
}

it('passes a signal on to everything the program started', async () => {
  expect(await endWhenReady('')).toEqual({ printed: 'ready\n', code: 143 })
})

it('passes on a signal that comes while the program is still being started', async () => {
  // A busy machine may run the new program long before `spawn` answers in this process.
  const slowSpawn = `
    import childProcess from 'node:child_process'
    import { syncBuiltinESMExports } from 'node:module'
    const { spawn } = childProcess
    childProcess.spawn = (...given) => {
      const child = spawn(...given)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
      return child
    }
    syncBuiltinESMExports()`
  expect(await endWhenReady(slowSpawn)).toEqual({ printed: 'ready\n', code: 143 })
})
