import type { Page } from 'playwright'

/** One call through the page's bridge, as the page itself would make it. */
export function callBridge(page: Page, channel: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, value]) => {
      const bridge: unknown = Reflect.get(globalThis, 'commandConsole')
      const invoke: unknown = Reflect.get(Object(bridge), 'invoke')
      if (typeof invoke !== 'function') throw new Error('the page has no bridge')
      return Reflect.apply(invoke, bridge, [name, value]) as Promise<unknown>
    },
    [channel, input] as const,
  )
}
