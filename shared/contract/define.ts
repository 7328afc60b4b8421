import type * as z from 'zod'
import type { ErrorReport } from '../kernel/app-error.ts'

/** Topics a window can be told about; a change of one makes windows fetch the queries that name it again. */
export const TOPICS = [
  'incidents',
  'plans',
  'orders',
  'headquarters',
  'board',
  'reports',
  'reviews',
  'journal',
  'library',
  'stock',
  'system',
] as const
export type Topic = (typeof TOPICS)[number]

/** Something that changes stored state. Its input carries a `commandId`: the same id twice is answered once. */
export interface CommandDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'command'
  readonly input: I
  readonly output: O
  readonly changes: readonly Topic[]
}

/** Something that only reads. */
export interface QueryDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query'
  readonly input: I
  readonly output: O
  readonly topics: readonly Topic[]
}

export type Definition = CommandDefinition | QueryDefinition

/** Declares a command. */
export function command<I extends z.ZodType, O extends z.ZodType>(spec: {
  input: I
  output: O
  changes: readonly Topic[]
}): CommandDefinition<I, O> {
  return { kind: 'command', ...spec }
}

/** Declares a query. */
export function query<I extends z.ZodType, O extends z.ZodType>(spec: {
  input: I
  output: O
  topics: readonly Topic[]
}): QueryDefinition<I, O> {
  return { kind: 'query', ...spec }
}

/** A contract: areas of named definitions. The channel of a definition is `area.name`. */
export type Contract = Readonly<Record<string, Readonly<Record<string, Definition>>>>

/** What every call answers; nothing is thrown across a process boundary. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorReport }

/** Input of a definition as a caller writes it (before defaults are filled in). */
export type InputOf<D> = D extends { input: infer I extends z.ZodType } ? z.input<I> : never

/** Input of a definition as a handler gets it. */
export type ParsedInputOf<D> = D extends { input: infer I extends z.ZodType } ? z.output<I> : never

/** Output of a definition. */
export type OutputOf<D> = D extends { output: infer O extends z.ZodType } ? z.output<O> : never

/** The typed client of a contract. */
export type Client<C extends Contract> = {
  readonly [A in keyof C]: {
    readonly [N in keyof C[A]]: (input: InputOf<C[A][N]>) => Promise<Answer<OutputOf<C[A][N]>>>
  }
}

/** The handlers of a contract: a missing or an extra one does not compile. */
export type Handlers<C extends Contract, Caller> = {
  readonly [A in keyof C]: {
    readonly [N in keyof C[A]]: (
      input: ParsedInputOf<C[A][N]>,
      caller: Caller,
    ) => OutputOf<C[A][N]> | Promise<OutputOf<C[A][N]>>
  }
}

/** Every channel of a contract, sorted as declared: the allow-list of the preload script and the router. */
export function channelsOf(contract: Contract): string[] {
  return Object.entries(contract).flatMap(([area, definitions]) =>
    Object.keys(definitions).map((name) => `${area}.${name}`),
  )
}

/** The definition behind a channel, or null when there is none. */
export function definitionOf(contract: Contract, channel: string): Definition | null {
  const [area = '', name = '', ...rest] = channel.split('.')
  if (rest.length > 0 || !Object.hasOwn(contract, area)) return null
  const definitions = contract[area]
  if (!definitions || !Object.hasOwn(definitions, name)) return null
  return definitions[name] ?? null
}
