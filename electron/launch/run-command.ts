import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** How a command is run. `timeoutMs` ends it; `onOutput` sees the text as it comes. */
export interface CommandOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly timeoutMs: number
  readonly onOutput?: (text: string) => void
}

/** What a finished command left. `code` is null when it was ended by a signal, by time, or could not be started. */
export interface CommandResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly timedOut: boolean
}

const LEFTOVER_GRACE_MS = 3_000

/**
 * Runs a command without a terminal and without input and collects what it prints. Never rejects: a command that cannot
 * be started has code null and the reason in stderr. On time-out its whole process group is ended.
 */
export function runCommand(file: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve) => {
    const end = (signal: NodeJS.Signals): void => {
      endGroup(child.pid, () => child.kill(signal), signal)
    }
    // Before the command starts, or a signal that comes in between leaves it behind.
    const forget = endWithThisProcess(end)
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    let stdout = ''
    let stderr = ''
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      end('SIGKILL')
    }, options.timeoutMs)
    let leftoverTimer: NodeJS.Timeout | undefined
    child.once('exit', () => {
      clearTimeout(timer)
      // A process left behind may hold the outputs open for ever.
      leftoverTimer = setTimeout(end, LEFTOVER_GRACE_MS, 'SIGKILL')
    })
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      options.onOutput?.(text)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
      options.onOutput?.(text)
    })
    const finish = (code: number | null, problem: string): void => {
      clearTimeout(timer)
      clearTimeout(leftoverTimer)
      forget()
      resolve({ code, stdout, stderr: stderr + problem, timedOut })
    }
    child.once('error', (error) => {
      finish(null, error.message)
    })
    child.once('close', (code) => {
      finish(code, '')
    })
  })
}

/**
 * Runs a program with this process's outputs until it ends; answers its exit code, 128 + n after signal n, as a shell
 * does. The program leads a group of its own, and a signal goes to the whole group: a wrapper such as xvfb-run would
 * otherwise end alone and leave the program and its display behind.
 */
export function runInForeground(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    const forward = (signal: NodeJS.Signals): void => {
      endGroup(child.pid, () => child.kill(signal), signal)
    }
    // Before the program starts: a signal that came in between would end this process alone. It is kept until the start
    // is over, so the program is known when it is passed on.
    for (const signal of signals) process.on(signal, forward)
    const stopForwarding = (): void => {
      for (const signal of signals) process.off(signal, forward)
    }
    const child = spawn(file, args, { env, stdio: 'inherit', detached: process.platform !== 'win32' })
    child.once('error', (error) => {
      stopForwarding()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      stopForwarding()
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}

/** The last lines of a text, for an error message. */
export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}

/** How to end what is running now: a group of its own does not get the terminal's Ctrl-C. */
const running = new Set<(signal: NodeJS.Signals) => void>()

function onSignal(signal: NodeJS.Signals): void {
  // Not by SIGKILL: a package installation cut short would have to be repaired by hand.
  for (const end of running) end('SIGTERM')
  process.exit(128 + constants.signals[signal])
}

function endWithThisProcess(end: (signal: NodeJS.Signals) => void): () => void {
  if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal)
  running.add(end)
  return () => {
    running.delete(end)
    if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal)
  }
}

function endGroup(pid: number | undefined, endChild: () => void, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    endChild()
    return
  }
  try {
    process.kill(-pid, signal)
  } catch {
    // The group is gone already: nothing is left to end.
    endChild()
  }
}
