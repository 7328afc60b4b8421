import { appContract, type ChangedEvent } from '#shared/contract/app-contract.ts'
import type { Transport } from '#shared/contract/client.ts'
import { channelsOf, definitionOf, type Definition, type QueryDefinition } from '#shared/contract/define.ts'
import type { ErrorReport } from '#shared/kernel/app-error.ts'

/** What a window knows of one query now. A failed refresh keeps the last value beside the error. */
export interface QueryState<T> {
  readonly status: 'loading' | 'ready' | 'error'
  readonly value: T | null
  readonly error: ErrorReport | null
  readonly refreshing: boolean
}

/** A cached query: its definition, input and the present state. */
interface Entry {
  readonly definition: QueryDefinition
  readonly channel: string
  readonly input: unknown
  state: QueryState<unknown>
  round: number
  readonly listeners: Set<() => void>
}

/** Values of queries by channel and input; the one place of a window that holds data of the core. */
export interface QueryCache {
  /** State of a query; the first look fetches it. */
  readonly read: (definition: QueryDefinition, input: unknown) => QueryState<unknown>
  readonly listen: (definition: QueryDefinition, input: unknown, listener: () => void) => () => void
  /** Fetches again what the event's topics touch; a missed revision fetches everything again. */
  readonly apply: (event: ChangedEvent) => void
  readonly refresh: (definition: QueryDefinition, input: unknown) => void
  /** Whether the core answered the latest call; null before the first answer. */
  readonly linkAlive: () => boolean | null
  readonly onLink: (listener: () => void) => () => void
}

const LOADING: QueryState<unknown> = { status: 'loading', value: null, error: null, refreshing: true }

const CHANNEL_OF: ReadonlyMap<Definition, string> = new Map(
  channelsOf(appContract).flatMap((channel) => {
    const definition = definitionOf(appContract, channel)
    return definition === null ? [] : [[definition, channel] as const]
  }),
)

/** Channel of a definition of the contract; any other definition is a bug. */
export function channelOf(definition: Definition): string {
  const channel = CHANNEL_OF.get(definition)
  if (channel === undefined) throw new Error('definition is not part of the contract')
  return channel
}

/** Makes the cache of one window over a transport. */
export function createQueryCache(transport: Transport): QueryCache {
  const entries = new Map<string, Entry>()
  const linkListeners = new Set<() => void>()
  let revision: number | null = null
  let alive: boolean | null = null

  const setAlive = (next: boolean): void => {
    if (alive === next) return
    alive = next
    for (const listener of linkListeners) listener()
  }

  const fetchEntry = async (entry: Entry): Promise<void> => {
    const round = (entry.round += 1)
    if (!entry.state.refreshing) publish(entry, { ...entry.state, refreshing: true })
    const answer = await call(transport, entry.channel, entry.input)
    if (entry.round !== round) return
    setAlive(answer.reached)
    publish(
      entry,
      answer.ok
        ? { status: 'ready', value: answer.value, error: null, refreshing: false }
        : { status: 'error', value: entry.state.value, error: answer.error, refreshing: false },
    )
  }

  const entryOf = (definition: QueryDefinition, input: unknown): Entry => {
    const channel = channelOf(definition)
    const key = `${channel} ${JSON.stringify(input)}`
    const known = entries.get(key)
    if (known) return known
    const entry: Entry = { definition, channel, input, state: LOADING, round: 0, listeners: new Set() }
    entries.set(key, entry)
    void fetchEntry(entry)
    return entry
  }

  return {
    read: (definition, input) => entryOf(definition, input).state,
    listen: (definition, input, listener) => {
      const entry = entryOf(definition, input)
      entry.listeners.add(listener)
      return () => entry.listeners.delete(listener)
    },
    apply: (event) => {
      const missed = revision !== null && event.revision > revision + 1
      revision = event.revision
      for (const [key, entry] of entries) {
        if (!missed && !entry.definition.topics.some((topic) => event.topics.includes(topic))) continue
        if (entry.listeners.size > 0) void fetchEntry(entry)
        else entries.delete(key)
      }
    },
    refresh: (definition, input) => void fetchEntry(entryOf(definition, input)),
    linkAlive: () => alive,
    onLink: (listener) => {
      linkListeners.add(listener)
      return () => linkListeners.delete(listener)
    },
  }
}

function publish(entry: Entry, state: QueryState<unknown>): void {
  entry.state = state
  for (const listener of entry.listeners) listener()
}

type Outcome =
  | { readonly ok: true; readonly value: unknown; readonly reached: true }
  | { readonly ok: false; readonly error: ErrorReport; readonly reached: boolean }

async function call(transport: Transport, channel: string, input: unknown): Promise<Outcome> {
  try {
    const answer = await transport(channel, input)
    return { ...answer, reached: true }
  } catch (error) {
    // A rejected call means that the core itself did not answer; the operator sees it in the strip and in the panel.
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, error: { code: 'internal', message, path: channel, value: null }, reached: false }
  }
}
