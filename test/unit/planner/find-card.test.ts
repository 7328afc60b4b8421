import { describe, expect, it } from 'vitest'
import type { ActionCard } from '#shared/domain/action-card.ts'
import { findCard } from '#shared/planner/library/find-card.ts'

function aCard(given: Pick<ActionCard, 'id' | 'post'> & Partial<ActionCard>): ActionCard {
  return {
    schema: 'action-card/1',
    title: given.id,
    kind: 'post',
    trade: null,
    types: [],
    responseLevel: null,
    steps: [{ text: '报到', withinS: 30 }],
    mustNots: [],
    contacts: [],
    basis: [{ source: '本系统设计', evidence: 'design' }],
    version: '1',
    reviewBy: '2027-06-30',
    ...given,
  }
}

const CARDS = [
  aCard({ id: 'a-commander', post: 'TACTICAL_COMMANDER' }),
  aCard({ id: 'b-commander-hazmat', post: 'TACTICAL_COMMANDER', types: ['hazmat_road', 'pipeline'] }),
  aCard({ id: 'c-rescue', post: 'G_RESCUE' }),
  aCard({ id: 'd-rescue-iii', post: 'G_RESCUE', responseLevel: 'III' }),
  aCard({ id: 'e-street', post: 'STREET_DUTY' }),
]

describe('findCard', () => {
  it('prefers the card of the type to the card for any type', () => {
    const holder = { group: 'G_RESCUE', post: 'TACTICAL_COMMANDER' }
    expect(findCard(CARDS, holder, 'hazmat_road')?.id).toBe('b-commander-hazmat')
    expect(findCard(CARDS, holder, 'earthquake')?.id).toBe('a-commander')
    expect(findCard([...CARDS].reverse(), holder, 'hazmat_road')?.id).toBe('b-commander-hazmat')
  })

  it('gives a card of one response level only at that level', () => {
    expect(findCard(CARDS, { group: 'G_RESCUE' }, 'typhoon')?.id).toBe('c-rescue')
    expect(findCard(CARDS, { group: 'G_RESCUE' }, 'typhoon', 'III')?.id).toBe('d-rescue-iii')
    expect(findCard(CARDS, { group: 'G_RESCUE' }, 'typhoon', 'I')?.id).toBe('c-rescue')
  })

  it('reads roster posts: the street after the colon, the deputy of a group', () => {
    expect(findCard(CARDS, { group: 'G_EVAC', post: 'STREET_DUTY:霞浦街道' }, 'flood')?.id).toBe('e-street')
    expect(findCard(CARDS, { group: 'G_RESCUE', post: 'G_RESCUE_DEPUTY' }, 'flood')?.id).toBe('c-rescue')
  })

  it('falls back on the card of the group, and says nothing where nobody wrote one', () => {
    expect(findCard(CARDS, { group: 'G_RESCUE', post: 'ENGINEER' }, 'flood')?.id).toBe('c-rescue')
    expect(findCard(CARDS, { group: 'G_MEDIA' }, 'flood')).toBeUndefined()
  })
})
