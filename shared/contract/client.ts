import { channelsOf, type Answer, type Client, type Contract } from './define.ts'

/** Carries one call to the core and its answer back. */
export type Transport = (channel: string, input: unknown) => Promise<Answer<unknown>>

/** Builds the typed client of a contract over a transport; each channel is written once, in the contract. */
export function createClient<const C extends Contract>(contract: C, transport: Transport): Client<C> {
  const client: Record<string, Record<string, (input: unknown) => Promise<Answer<unknown>>>> = {}
  for (const channel of channelsOf(contract)) {
    const [area = '', name = ''] = channel.split('.')
    const members = (client[area] ??= {})
    members[name] = (input) => transport(channel, input)
  }
  // The loop made exactly the members that the mapped type names; their outputs are parsed by the router.
  return client as Client<C>
}
