import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Claim } from '#shared/contract/claims.contract.ts'
import type { OrderWish } from '#shared/contract/orders.contract.ts'
import { parseIncident } from '#shared/domain/parse-incident.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { refusalOf, valueOf } from '#test/harness/bridge.ts'
import { RESOURCES, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'

/** What a plan wants, read by hand from its lists: the thing, and how much of it where that is counted. */
function wantedBy({ forcePlan, handlingPlan, headquarters }: DispatchPlan): Map<string, number> {
  const wanted = new Map<string, number>()
  const add = (key: string, quantity = 0): void => void wanted.set(key, (wanted.get(key) ?? 0) + quantity)
  for (const line of forcePlan.assignments) {
    add(`team:${line.teamId}`)
    for (const { id } of line.vehicles) add(`vehicle:${id}`)
  }
  for (const { lotId, quantity } of forcePlan.supplies.allocations) add(`lot:${lotId}`, quantity)
  for (const { carrierId, trips } of forcePlan.supplies.transfers ?? [])
    if (carrierId) add(`carrier:${carrierId}`, trips)
  for (const { hospitalId, patients } of handlingPlan.casualties) add(`hospital:${hospitalId}`, patients)
  for (const { shelterId, people, carrierId, trips } of handlingPlan.evacuation.assignments) {
    if (shelterId) add(`shelter:${shelterId}`, people)
    if (carrierId) add(`carrier:${carrierId}`, trips)
  }
  for (const { personId } of forcePlan.experts) add(`person:${personId}`)
  for (const { assignee } of handlingPlan.phases.flatMap(({ actions }) => actions)) {
    if (assignee.personId !== '') add(`person:${assignee.personId}`)
  }
  for (const { commander, posts } of [headquarters.administrative, headquarters.tactical]) {
    if (commander !== null) add(`person:${commander.personId}`)
    for (const { post, personId } of posts)
      if (!post.startsWith('STREET_') && personId !== '') add(`person:${personId}`)
  }
  return wanted
}

describe('three incidents at once: a tanker leak, a high-rise fire and a typhoon transfer', () => {
  const folder = temporaryFolder()
  let console: Console
  let last = 500
  const next = (): string => commandId((last += 1))
  const ids: string[] = []
  const plans: DispatchPlan[] = []

  beforeAll(async () => {
    console = startConsole(join(folder.path, 'console.db'))
    const { client } = console.administrative
    const shipped = ['high-rise-fire-xinqi', 'typhoon-transfer'].map((name) =>
      parseIncident(JSON.parse(readFileSync(join(RESOURCES, 'incidents', `${name}.json`), 'utf8'))),
    )
    for (const incident of [ammoniaTanker(), ...shipped]) {
      const { incidentId } = valueOf(await client.incident.open({ commandId: next(), incident }))
      valueOf(await client.plan.build({ commandId: next(), incidentId }))
      const latest = valueOf(await client.plan.latest({ incidentId }))
      if (latest === null) throw new Error('a plan was built')
      ids.push(incidentId)
      plans.push(latest.plan)
    }
  }, 60_000)
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  const claims = async (incidentId: string | null = null): Promise<Claim[]> =>
    valueOf(await console.administrative.client.claims.list({ incidentId }))
  const claimOf = async (name: string): Promise<Claim> => {
    const found = (await claims()).find(({ claim }) => claim === name)
    if (found === undefined) throw new Error(`no claim ${name}`)
    return found
  }
  const firstOrder = async (incidentId: string, teamId: string): Promise<OrderWish[]> => {
    const proposal = valueOf(await console.tactical.client.orders.proposal({ incidentId }))
    return (proposal?.orders ?? [])
      .filter(({ order }) => order.teamId === teamId && order.source.kind === 'firstOrder')
      .map(({ key, order }) => ({ key, order, overrule: null }))
  }

  it('lists every thing that two plans want, with incident and quantity, and misses none', async () => {
    const wanted = plans.map(wantedBy)
    const keys = [...new Set(wanted.flatMap((one) => [...one.keys()]))]
    const double = keys.filter((key) => wanted.filter((one) => one.has(key)).length > 1)
    const listed = await claims()
    expect(listed.map(({ claim }) => claim).toSorted()).toEqual(double.toSorted())
    expect(double.length).toBeGreaterThan(20)
    for (const claim of listed) {
      const users = ids.filter((_, index) => wanted[index]?.has(claim.claim))
      expect(claim.uses.map(({ incidentId }) => incidentId).toSorted()).toEqual(users.toSorted())
      if (claim.wanted === null) continue
      expect([claim.claim, claim.wanted]).toEqual([
        claim.claim,
        wanted.reduce((sum, one) => sum + (one.get(claim.claim) ?? 0), 0),
      ])
      expect(claim.state).toBe(claim.available !== null && claim.wanted <= claim.available ? 'fits' : 'open')
    }
    const kinds = new Set(listed.map(({ kind }) => kind))
    expect([...kinds].toSorted()).toEqual(expect.arrayContaining(['hospital', 'person', 'team']))
  })

  it('holds an order to a team that is ordered elsewhere until a person decided, and a plan alone does not hold a first order', async () => {
    const { client } = console.tactical
    const teams = (await claims()).filter(({ kind }) => kind === 'team')
    const options = await Promise.all(
      teams.flatMap(({ id, uses }) =>
        uses.map(async ({ incidentId }) => ({ id, from: incidentId, wishes: await firstOrder(incidentId, id) })),
      ),
    )
    const rung = options.find(({ wishes }) => wishes.length > 0)
    if (rung === undefined) throw new Error('a team that two plans want is rung first in one of them')
    valueOf(await client.orders.issue({ commandId: next(), incidentId: rung.from, orders: rung.wishes }))
    const claim = await claimOf(`team:${rung.id}`)
    const here = claim.uses.find(({ incidentId }) => incidentId !== rung.from)?.incidentId ?? ''
    const orders = rung.wishes.map(({ order }): OrderWish => ({
      key: null,
      order: { ...order, source: { kind: 'free', planVersion: null, lineId: null } },
      overrule: null,
    }))
    const held = await client.orders.issue({ commandId: next(), incidentId: here, orders })
    expect(refusalOf(held).code).toBe('needs-acknowledgement')
    expect(refusalOf(held).message).toMatch(/另有事件占用：.*已下令（BL-2026\d{4}-001-令-001/)

    const settle = { claim: claim.claim, incidents: claim.uses.map((use) => use.incidentId), reason: '这里更急' }
    const takeIt = { incidentId: here, ...settle, choice: 'takeHere' as const }
    expect(refusalOf(await client.claims.settle({ commandId: next(), ...takeIt })).code).toBe('forbidden')
    const settled = await console.administrative.client.claims.settle({ commandId: next(), ...takeIt })
    expect(valueOf(settled).replan).toContain(rung.from)
    const there = valueOf(await client.orders.list({ incidentId: rung.from })).orders
    expect(there.map(({ state }) => state)).toEqual(['withdrawn'])
    const facts = valueOf(await client.incident.get({ incidentId: rung.from }))
    expect(facts.incident.unavailable).toContain(`team:${rung.id}`)
    valueOf(await client.orders.issue({ commandId: next(), incidentId: here, orders }))
  })

  it('lets two incidents share beds with a reason, never a vehicle, and asks again when the claim has changed', async () => {
    const { client } = console.administrative
    const listed = await claims()
    const person = listed.find(({ kind }) => kind === 'person')
    if (person === undefined) throw new Error('a person is claimed twice')
    const incidents = person.uses.map((use) => use.incidentId)
    const share = { incidentId: incidents[0] ?? '', choice: 'share' as const, reason: '两处均在同一指挥部办公' }
    valueOf(await client.claims.settle({ commandId: next(), ...share, claim: person.claim, incidents }))
    expect((await claimOf(person.claim)).state).toBe('settled')
    const gone = { commandId: next(), ...share, claim: person.claim, incidents: [...incidents, 'incident-9'] }
    expect(refusalOf(await client.claims.settle(gone)).code).toBe('conflict')
    const vehicle = listed.find(({ kind }) => kind === 'vehicle')
    if (vehicle === undefined) throw new Error('a vehicle is claimed twice')
    const wish = { claim: vehicle.claim, incidents: vehicle.uses.map((use) => use.incidentId) }
    const refused = await client.claims.settle({
      commandId: next(),
      ...share,
      incidentId: wish.incidents[0] ?? '',
      ...wish,
    })
    expect(refusalOf(refused).message).toContain('只能用在一处')
    expect((await claims(ids[2])).every(({ uses }) => uses.some((use) => use.incidentId === ids[2]))).toBe(true)
  })
})
