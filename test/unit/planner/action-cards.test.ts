import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadActionCards } from '#electron/core/planning/load-action-cards.ts'
import { findResourcesFolder } from '#electron/core/planning/resources-folder.ts'

const FOLDER = join(findResourcesFolder(import.meta.dirname), 'action-cards')

function withFile(text: string): () => unknown {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'))
  writeFileSync(join(folder, 'cards.yaml'), text)
  return () => loadActionCards(folder)
}

describe('the shipped action cards', () => {
  const cards = loadActionCards(FOLDER)

  it('have at most seven steps, and the first is done within 30 seconds', () => {
    for (const card of cards) {
      expect(card.steps.length, card.id).toBeLessThanOrEqual(7)
      expect(card.steps[0]?.withinS, card.id).toBeLessThanOrEqual(30)
    }
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
