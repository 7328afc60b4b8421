import { readFileSync } from 'node:fs'

/** What the writer of the kill test asked of its record, and what it was answered. */
export interface KillLedger {
  /** Number of the last command that was asked; 0 before the first. */
  readonly asked: number
  /** Entry number by command number, of every command that was acknowledged. */
  readonly answered: ReadonlyMap<number, number>
}

/** Reads a ledger; a last line that was cut by the kill does not count. */
export function readLedger(path: string): KillLedger {
  const answered = new Map<number, number>()
  let asked = 0
  for (const line of readFileSync(path, 'utf8').split('\n').slice(0, -1)) {
    const [word, number, seq] = line.split(' ')
    if (word === 'asked') asked = Number(number)
    else answered.set(Number(number), Number(seq))
  }
  return { asked, answered }
}
