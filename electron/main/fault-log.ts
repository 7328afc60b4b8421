import { appendFileSync } from 'node:fs'

/** Appends one line about a fault of the shell to the console's log; a log that cannot be written is said on stderr. */
export function logFault(logPath: string, text: string): void {
  const line = `${new Date().toISOString()} main ${text}\n`
  process.stderr.write(line)
  try {
    appendFileSync(logPath, line)
  } catch (error) {
    process.stderr.write(`log ${logPath} cannot be written: ${String(error)}\n`)
  }
}
