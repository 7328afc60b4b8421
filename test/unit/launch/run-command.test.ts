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

it('passes a signal on to everything the program started', async () => {
  const script = `
    import { runInForeground } from '#electron/launch/run-command.ts'
    process.exitCode = await runInForeground('sh', ['-c', 'echo ready; sleep 60; echo late'], process.env)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    if (text.includes('ready')) child.kill('SIGTERM')
  })
  // The output closes only when no process holds it any more, the sleeping one included.
  const closed: unknown[] = await once(child, 'close')
  expect(printed).toBe('ready\n')
  expect(closed[0]).toBe(143)
})
