import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'

/** Parts of a plan that are compared, in the order of weight. */
export const COMPARED_PARTS = ['facts', 'level', 'zones', 'teams', 'staging', 'shelters', 'actions'] as const
export type ComparedPart = (typeof COMPARED_PARTS)[number]

/** One difference between two versions: what it is about, and how it stood before and stands after. Null = not there. */
export interface PlanChange {
  readonly part: ComparedPart
  readonly id: string
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** Words the comparison needs; kept apart so that it stays a pure function of two plans. */
export interface CompareWords {
  readonly fact: (key: string) => string
  readonly factValue: (key: string, value: unknown) => string
  readonly eventLevel: (level: string | null) => string
  readonly responseLevel: (level: string) => string
  readonly levelName: string
  readonly responseName: string
  readonly zone: (zone: DispatchPlan['zones'][number]) => { readonly name: string; readonly size: string }
  readonly team: (team: DispatchPlan['forcePlan']['assignments'][number], staging: string) => string
  readonly staging: (area: DispatchPlan['movementPlan']['stagingAreas'][number]) => {
    readonly name: string
    readonly place: string
  }
  readonly shelter: (people: number) => string
  readonly action: (action: DispatchPlan['handlingPlan']['phases'][number]['actions'][number]) => string
}

interface Item {
  readonly id: string
  readonly name: string
  /** What is compared and shown. */
  readonly words: string
}

/** Differences between an earlier and a later version: taken out, put in, or standing differently. */
export function comparePlans(before: DispatchPlan, after: DispatchPlan, words: CompareWords): PlanChange[] {
  return COMPARED_PARTS.flatMap((part) => {
    const earlier = new Map(ITEMS[part](before, words).map((item) => [item.id, item]))
    const later = new Map(ITEMS[part](after, words).map((item) => [item.id, item]))
    const ids = [...new Set([...later.keys(), ...earlier.keys()])]
    return ids.flatMap((id) => {
      const old = earlier.get(id)
      const now = later.get(id)
      if (old?.words === now?.words) return []
      return [{ part, id, name: now?.name ?? old?.name ?? id, before: old?.words ?? null, after: now?.words ?? null }]
    })
  })
}

const ITEMS: Readonly<Record<ComparedPart, (plan: DispatchPlan, words: CompareWords) => Item[]>> = {
  facts: ({ incident }, words) => {
    const { facts, weather, hazmat, location } = incident
    const known = {
      ...facts,
      windFromDeg: weather?.windFromDeg,
      windSpeedMs: weather?.windSpeedMs,
      un: hazmat?.un,
      onFire: hazmat?.onFire,
      location: `${location.lng}, ${location.lat}`,
    }
    // Unknown and not mentioned are the same to the planner.
    return Object.entries(known).flatMap(([key, value]) =>
      value === null || value === undefined
        ? []
        : [{ id: key, name: words.fact(key), words: words.factValue(key, value) }],
    )
  },
  level: ({ incident }, words) => [
    { id: 'level', name: words.levelName, words: words.eventLevel(incident.level.value) },
    { id: 'response', name: words.responseName, words: words.responseLevel(incident.response.value) },
  ],
  zones: (plan, words) =>
    plan.zones.map((zone) => {
      const { name, size } = words.zone(zone)
      return { id: zone.id, name, words: size }
    }),
  teams: (plan, words) =>
    plan.forcePlan.assignments.map((team) => {
      const staging = plan.movementPlan.stagingAreas.find((area) => area.id === team.stagingAreaId)
      return {
        id: team.teamId,
        name: team.teamName,
        words: words.team(team, staging === undefined ? '' : words.staging(staging).place),
      }
    }),
  staging: (plan, words) =>
    plan.movementPlan.stagingAreas.map((area) => {
      const { name, place } = words.staging(area)
      return { id: area.id, name, words: place }
    }),
  shelters: (plan, words) => {
    const people = new Map<string, { name: string; people: number }>()
    for (const move of plan.handlingPlan.evacuation.assignments) {
      if (move.shelterId === null) continue
      const known = people.get(move.shelterId)?.people ?? 0
      people.set(move.shelterId, { name: move.shelterName ?? move.shelterId, people: known + move.people })
    }
    return [...people].map(([id, shelter]) => ({ id, name: shelter.name, words: words.shelter(shelter.people) }))
  },
  actions: (plan, words) =>
    plan.handlingPlan.phases.flatMap((phase) =>
      phase.actions.map((action) => ({ id: action.id, name: action.code, words: words.action(action) })),
    ),
}
