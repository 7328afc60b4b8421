import { createContext, use, useCallback, useSyncExternalStore, type ReactNode } from 'react'
import { appContract, type AppClient } from '#shared/contract/app-contract.ts'
import { createClient } from '#shared/contract/client.ts'
import type { InputOf, OutputOf, QueryDefinition } from '#shared/contract/define.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import type { Bridge } from './bridge.ts'
import { createQueryCache, type QueryCache, type QueryState } from './query-cache.ts'
import { createViewStore, type ViewStore } from './view-store.ts'

/** What every screen of one window shares. */
export interface ConsoleServices {
  readonly headquarters: Headquarters
  readonly client: AppClient
  readonly cache: QueryCache
  readonly view: ViewStore
}

const ConsoleContext = createContext<ConsoleServices | null>(null)

/** Wires client, cache and view state of one window to its bridge. */
export function createServices(bridge: Bridge): ConsoleServices {
  const cache = createQueryCache(bridge.transport)
  bridge.subscribe(cache.apply)
  return {
    headquarters: bridge.headquarters,
    client: createClient(appContract, bridge.transport),
    cache,
    view: createViewStore(bridge.headquarters),
  }
}

/** Gives the services to the screens below. */
export function ConsoleProvider(props: { services: ConsoleServices; children: ReactNode }): ReactNode {
  return <ConsoleContext value={props.services}>{props.children}</ConsoleContext>
}

/** The services of this window. */
export function useConsole(): ConsoleServices {
  const services = use(ConsoleContext)
  if (services === null) throw new Error('no console services above this component')
  return services
}

const IDLE: QueryState<unknown> = { status: 'loading', value: null, error: null, refreshing: false }

/** Value of a query of the contract, fetched once and again whenever one of its topics changes; null input asks nothing. */
export function useQuery<D extends QueryDefinition>(definition: D, input: InputOf<D> | null): QueryState<OutputOf<D>> {
  const { cache } = useConsole()
  const key = JSON.stringify(input)
  const listen = useCallback(
    (listener: () => void) => (key === 'null' ? () => undefined : cache.listen(definition, JSON.parse(key), listener)),
    [cache, definition, key],
  )
  const state = useSyncExternalStore(listen, () => (key === 'null' ? IDLE : cache.read(definition, input)))
  // The router parsed the output with this very definition before it was sent.
  return state as QueryState<OutputOf<D>>
}

/** Whether the core answers; null before the first answer. */
export function useLinkAlive(): boolean | null {
  const { cache } = useConsole()
  return useSyncExternalStore(cache.onLink, cache.linkAlive)
}
