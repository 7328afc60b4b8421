import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadContingencyPlans } from '#electron/core/planning/load-references.ts'
import { loadActionCards } from '#electron/core/planning/load-action-cards.ts'
import { findResourcesFolder } from '#electron/core/planning/resources-folder.ts'
import { CARD_TRADES } from '#shared/domain/action-card.ts'
import { LEVELS } from '#shared/domain/taxonomy.ts'
import { findCard } from '#shared/planner/library/find-card.ts'

const RESOURCES = findResourcesFolder(import.meta.dirname)
const FOLDER = join(RESOURCES, 'action-cards')
const FIELD_POSTS = [
  'FIRST_DUE',
  'STAGING_OFFICER',
  'DECON_LEAD',
  'SHELTER_MANAGER',
  'VILLAGE_LEADER',
  'BUS_LEADER',
  'PLANT_SHIFT_LEADER',
]

function withFile(text: string): () => unknown {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'))
  writeFileSync(join(folder, 'cards.yaml'), text)
  return () => loadActionCards(folder)
}

describe('the shipped action cards', () => {
  const cards = loadActionCards(FOLDER)
  const { plans } = loadContingencyPlans(join(RESOURCES, 'contingency-plans'))

  it('have at most seven steps, and the first is done within 30 seconds and said aloud', () => {
    for (const card of cards) {
      expect(card.steps.length, card.id).toBeLessThanOrEqual(7)
      expect(card.steps[0]?.withinS, card.id).toBeLessThanOrEqual(30)
      expect(card.steps[0]?.radio, card.id).toMatch(/./)
    }
  })

  it('answer every order of every plan: its group and the posts of the first calls', () => {
    const without = plans.flatMap((plan) =>
      plan.chapters.flatMap((chapter) => {
        const groups = chapter.phases.flatMap((phase) => phase.actions.map(({ group }) => group))
        const posts = chapter.firstOrders.flatMap(({ to }) => to.post ?? [])
        const holders = [...groups.map((group) => ({ group })), ...posts.map((post) => ({ group: '', post }))]
        return chapter.types.flatMap((type) =>
          holders
            .filter((holder) => findCard(cards, holder, type) === undefined)
            .map((holder) => `${plan.id} ${type} ${JSON.stringify(holder)}`),
        )
      }),
    )
    expect(without).toEqual([])
  })

  it('answer every post, deputy and work group of every plan, for each of its types at each response level', () => {
    const without = plans.flatMap(({ id, types, posts, workGroups }) => {
      const names = new Set([
        ...posts.flatMap(({ post, deputyPost }) => [post, deputyPost]),
        ...workGroups.map(({ code }) => code),
      ])
      return [...names].flatMap((post) =>
        types.flatMap((type) =>
          [null, ...LEVELS]
            .filter((level) => findCard(cards, { group: '', post }, type, level) === undefined)
            .map((level) => `${id} ${post} ${type} ${level}`),
        ),
      )
    })
    expect(without).toEqual([])
  })

  it('give the commander other words for each of the five main types', () => {
    const ids = (['hazmat_road', 'typhoon', 'forest_fire', 'fire_highrise', 'earthquake'] as const).map(
      (type) => findCard(cards, { group: 'G_RESCUE', post: 'TACTICAL_COMMANDER' }, type)?.id,
    )
    expect(ids).toEqual([
      'tactical-commander-hazmat',
      'tactical-commander-flood',
      'tactical-commander-forest-fire',
      'tactical-commander-highrise',
      'tactical-commander-earthquake',
    ])
  })

  it('hold a typhoon manual for ten trades at each of four levels', () => {
    const manuals = cards
      .filter(({ kind }) => kind === 'manual')
      .map(({ trade, responseLevel }) => `${trade} ${responseLevel}`)
    expect(CARD_TRADES).toHaveLength(10)
    expect(manuals.sort()).toEqual(CARD_TRADES.flatMap((trade) => LEVELS.map((level) => `${trade} ${level}`)).sort())
  })

  it('hold the transfer guide in seven parts, the communications plan in six, and seven field posts', () => {
    const posts = new Set(cards.map(({ post }) => post))
    expect(cards.filter(({ kind }) => kind === 'transfer')).toHaveLength(7)
    expect(cards.filter(({ kind }) => kind === 'communications')).toHaveLength(6)
    for (const post of FIELD_POSTS) expect(posts, post).toContain(post)
  })
})

describe('loadActionCards', () => {
  const text = readFileSync(join(FOLDER, 'tactical-commander.yaml'), 'utf8')

  it('refuses a card whose first step takes longer than 30 seconds', () => {
    expect(withFile(text.replace('withinS: 30', 'withinS: 31'))).toThrow('第一步必须写明 withinS 且不超过30秒')
  })

  it('refuses two cards with one id', () => {
    expect(withFile(text.replaceAll('tactical-commander-hazmat', 'tactical-commander'))).toThrow(
      '“tactical-commander”重复',
    )
  })

  it('refuses a folder without cards', () => {
    expect(() => loadActionCards(mkdtempSync(join(tmpdir(), 'cards-')))).toThrow('没有任何行动卡文件')
  })
})
