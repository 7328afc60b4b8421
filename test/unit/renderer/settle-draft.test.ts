import { describe, expect, it } from 'vitest'
import type { PlaceHit } from '#shared/contract/reference.contract.ts'
import type { Substance } from '#shared/domain/hazmat.ts'
import { loadHandbook } from '#electron/core/planning/load-handbook.ts'
import { loadReferences } from '#electron/core/planning/load-references.ts'
import { indexHandbook } from '#electron/core/services/handbook-search.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'
import { emptyDraft, type IntakeDraft } from '../../../renderer/features/intake/draft.ts'
import { settleDraft, withSettled, type Lookup } from '../../../renderer/features/intake/settle-draft.ts'

const SUBSTANCES = indexHandbook(loadHandbook(RESOURCES, loadReferences(RESOURCES).hazmat))

function aPlace(name: string, town: string): PlaceHit {
  return { id: `${town} ${name}`, name, town, kind: 'village', lng: 121.88, lat: 29.88, isDemo: false }
}

const PLACES = [
  aPlace('霞浦街道', '霞浦街道'),
  aPlace('山前', '霞浦街道'),
  aPlace('山前', '白峰街道'),
  aPlace('山前村', '梅山街道'),
]

function aLookup(change: Partial<Lookup> = {}): Lookup {
  return {
    places: (text) => Promise.resolve(PLACES.filter((place) => place.name.startsWith(text))),
    substances: (text): Promise<readonly Substance[]> =>
      Promise.resolve(SUBSTANCES.find(text, 50).map((entry) => entry.substance)),
    typeName: (type) => `name of ${type}`,
    ...change,
  }
}

function aDraft(part: Partial<IntakeDraft>): IntakeDraft {
  return { ...emptyDraft(0), ...part }
}

const faultsOf = async (part: Partial<IntakeDraft>, lookup = aLookup()): Promise<string[]> =>
  (await settleDraft(aDraft(part), lookup)).faults.map((fault) => `${fault.field} ${fault.fault} ${fault.value}`)

describe('what was typed in full counts as chosen', () => {
  it.each(['hazmat_road', 'hazmat road', '危化品道路运输事故', 'Name of hazmat_road'])(
    'type "%s"',
    async (typeText) => {
      expect((await settleDraft(aDraft({ typeText }), aLookup())).part.type).toBe('hazmat_road')
    },
  )

  it.each(['1005', 'UN1005', 'un 1005', '无水氨', '液氨'])(
    'substance "%s", type typed in the same breath',
    async (substanceText) => {
      const { part, faults } = await settleDraft(aDraft({ typeText: 'hazmat_road', substanceText }), aLookup())
      expect(faults).toEqual([])
      expect(part).toMatchObject({ type: 'hazmat_road', un: '1005' })
      expect(part.substanceText).toMatch(/^UN1005 ./)
    },
  )

  it('the exact name of a place, not its beginning', async () => {
    const { part } = await settleDraft(aDraft({ placeText: ' 霞浦街道 ' }), aLookup())
    expect(part.place).toEqual({ lng: 121.88, lat: 29.88, name: '霞浦街道', town: '霞浦街道' })
    expect((await settleDraft(aDraft({ placeText: '霞浦' }), aLookup())).part.place).toBeUndefined()
  })

  it('what names several things or none is a fault of its field', async () => {
    expect(await faultsOf({ placeText: '山前' })).toEqual(['place placeMany 山前'])
    expect(await faultsOf({ placeText: '霞' })).toEqual(['place placeMany 霞'])
    expect(await faultsOf({ placeText: '查无此地' })).toEqual(['place placeNone 查无此地'])
    expect(await faultsOf({ type: 'hazmat_road', substanceText: '9999' })).toEqual(['substance substanceNone 9999'])
    expect(await faultsOf({ type: 'hazmat_road', substanceText: '100' })).toEqual(['substance substanceMany 100'])
  })

  it('asks nothing about what is chosen, unknown, a position or not on the form', async () => {
    const silent = aLookup({
      places: () => Promise.reject(new Error('asked')),
      substances: () => Promise.reject(new Error('asked')),
    })
    expect(await faultsOf({ placeText: '121.885,29.88', type: 'hazmat_road', substanceText: '？' }, silent)).toEqual([])
    expect(await faultsOf({ type: 'flood', substanceText: '1005' }, silent)).toEqual([])
  })

  it('a core that does not answer is said, not taken for "nothing found"', async () => {
    expect(await faultsOf({ placeText: '霞浦街道' }, aLookup({ places: () => Promise.resolve(null) }))).toEqual([
      'place unanswered 霞浦街道',
    ])
  })

  it('never overwrites what was typed in the meantime', async () => {
    const asked = aDraft({ typeText: 'hazmat_road', placeText: '霞浦街道', substanceText: '1005' })
    const settled = await settleDraft(asked, aLookup())
    const typedOn = { ...asked, placeText: '霞浦街道大', substanceText: '10051' }
    expect(withSettled(typedOn, asked, settled)).toEqual({
      ...typedOn,
      type: 'hazmat_road',
      typeText: 'name of hazmat_road',
    })
  })
})
