/**
 * An expected failure while the console is being set up or started. `message` tells the person at the machine what is
 * missing and what to do; anything else that is thrown is a bug and keeps its stack.
 */
export class LaunchError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'LaunchError'
  }
}

/** Prints one line about the set-up. Goes to stderr, so that the output of the started program stays its own. */
export function say(line: string): void {
  process.stderr.write(`[启动] ${line}\n`)
}

/** Runs a program's main function, prints an expected failure as its message alone, and sets the exit code. */
export async function runToExit(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error
    say(error.message)
    process.exitCode = 1
  }
}

/** Seconds since `startMs` with one decimal, for progress lines. */
export function secondsSince(startMs: number): string {
  return ((performance.now() - startMs) / 1000).toFixed(1)
}
