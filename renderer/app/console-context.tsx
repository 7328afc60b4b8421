import { createContext, use, useCallback, useSyncExternalStore, type ReactNode } from 'react'
import { appContract, type AppClient } from '#shared/contract/app-contract.ts'
import { createClient } from '#shared/contract/client.ts'
import { shellContract, type ShellClient } from '#shared/contract/shell.contract.ts'
import type { InputOf, OutputOf, QueryDefinition } from '#shared/contract/define.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import type { Bridge } from './bridge.ts'
import { createPlanWatch, type PlanWatch } from './plan-watch.ts'
import { createQueryCache, type QueryCache, type QueryState } from './query-cache.ts'
import { createViewStore, type ViewStore } from './view-store.ts'

/** What every screen of one window shares. */
export interface ConsoleServices {
  readonly headquarters: Headquarters
  readonly client: AppClient
  /** Paper, the clipboard and files, which belong to the shell. */
  readonly shell: ShellClient
  readonly cache: QueryCache
  readonly view: ViewStore
  readonly planWatch: PlanWatch
  /** A ticket for files dropped on the page. */
  readonly handFiles: Bridge['handFiles']
}

const ConsoleContext = createContext<ConsoleServices | null>(null)

/** Wires client, cache and view state of one window to its bridge. */
export function createServices(bridge: Bridge): ConsoleServices {
  const cache = createQueryCache(bridge.transport)
  const client = createClient(appContract, bridge.transport)
  const planWatch = createPlanWatch()
  bridge.watchPlans(planWatch.tell)
  bridge.subscribe((event) => {
    // Revision 0 is told by the window's own side: the core was started again.
    if (event.revision === 0) planWatch.forget()
    cache.apply(event)
  })
  // A window that was loaded in the middle of a plan is told the rest, and asks for the beginning.
  client.plan.running({}).then(
    (answer) => {
      if (answer.ok) answer.value.forEach(planWatch.tell)
    },
    () => undefined, // the core is gone: its plans are too, and the window says so elsewhere
  )
  return {
    headquarters: bridge.headquarters,
    client,
    shell: createClient(shellContract, bridge.transport),
    cache,
    view: createViewStore(bridge.headquarters),
    planWatch,
    handFiles: bridge.handFiles,
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
