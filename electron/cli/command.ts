import type { ErrorReport } from '#shared/kernel/app-error.ts'

/** What a command may ask of the world around it. */
export interface Surroundings {
  /** The program's `resources` folder. */
  readonly resourcesFolder: string
  /** Reads standard input to its end. */
  readonly readStdin: () => Uint8Array
  /** Milliseconds since 1970, for "today" and for names of backups. */
  readonly nowMs: () => number
  /** Milliseconds of a steady clock, for durations. */
  readonly steadyMs: () => number
}

/** Arguments after parsing: options by name, and the rest in order. */
export interface CommandArguments {
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly rest: readonly string[]
}

/** What a command answers: a document for stdout, and the error beside it where the exit is not 0. */
export interface Outcome {
  readonly exitCode: 0 | 2 | 3 | 4
  readonly document: unknown
  readonly error?: ErrorReport
}

/** An option of a command. `text` options take a value. */
export interface OptionDefinition {
  readonly type: 'text' | 'flag'
  /** What stands for the value in the help. */
  readonly value?: string
  readonly help: string
}

/** How a command is called; its work is loaded when it is. */
export interface CommandDefinition {
  readonly name: string
  readonly usage: string
  readonly help: string
  readonly options: Readonly<Record<string, OptionDefinition>>
  /** Fewest and most arguments that are no options. */
  readonly arguments: readonly [min: number, max: number]
  readonly load: () => Promise<(given: CommandArguments, surroundings: Surroundings) => Outcome | Promise<Outcome>>
}
