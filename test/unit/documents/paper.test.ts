import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judgeSheets, type SheetMeasure } from '#electron/core/documents/judge-sheets.ts'
import { readPdf } from '#electron/core/documents/read-pdf.ts'
import { loadActionCards } from '#electron/core/planning/load-action-cards.ts'
import { PaperDocument } from '#shared/domain/paper-document.ts'
import { cardDocument } from '#shared/text/documents/card-document.ts'
import { withinWords } from '#shared/text/documents/card-text.ts'
import { communicationsDocument } from '#shared/text/documents/communications-document.ts'
import { drawingSvg } from '#shared/text/documents/drawing-svg.ts'
import { fillCard } from '#shared/text/documents/fill-card.ts'
import { paperHtml } from '#shared/text/documents/paper-html.ts'
import { RESOURCES } from '#test/harness/surroundings.ts'
import { planExample } from '#test/scenarios/scenario-plan.ts'

const cards = loadActionCards(join(RESOURCES, 'action-cards'))
const plan = planExample('ammonia-tanker-road')
const NOWHERE = { incident: null, plan: null, post: null, hq: null } as const

function paperOf(mode: 'real' | 'drill' | 'tabletop' | null): PaperDocument {
  const incident =
    mode === null ? null : { incidentId: 'incident-1', number: 'BL-1', title: '槽车', mode, planVersion: 1 }
  const filled = cards.slice(0, 2).map((card) => fillCard(card, cards, { ...NOWHERE, incident, plan }))
  return cardDocument(filled, '处置卡')
}

const FITS: SheetMeasure = { overflowBelow: 0, overflowRight: 0, smallestTypePx: 16, density: 'roomy', undrawn: '' }

describe('cards on paper', () => {
  it('take one A5 sheet each, with number and version in the foot', () => {
    const document = PaperDocument.parse(paperOf('real'))
    expect(document.paper).toBe('A5')
    expect(document.sheets.map(({ number }) => number)).toEqual(
      cards.slice(0, 2).map(({ id, version }) => `${id}　第${version}版`),
    )
    expect(document.sheets[0]?.above).toBe('岗位处置卡　BL-1 槽车　方案第1版')
  })

  it.each([
    ['real', null],
    [null, null],
    ['drill', '演练'],
    ['tabletop', '演练'],
  ] as const)('of a %s incident carry the watermark %s', (mode, watermark) => {
    const document = paperOf(mode)
    expect(document.watermark).toBe(watermark)
    expect(paperHtml(document).match(/class="watermark"/g)?.length ?? 0).toBe(watermark === null ? 0 : 2)
  })

  it('leave a line to write on where nothing is known', () => {
    const [card] = cards
    if (card === undefined) throw new Error('no cards')
    const html = paperHtml(cardDocument([fillCard(card, cards, NOWHERE)], card.title))
    expect(html).toContain('<dt>集结点</dt><dd class="open"></dd>')
  })

  it('name three of many staging areas and count the others', () => {
    const [card] = cards
    const [area] = plan.movementPlan.stagingAreas
    if (card === undefined || area === undefined) throw new Error('no card or no staging area')
    const stagingAreas = ['甲', '乙', '丙', '丁', '戊'].map((name) => ({ ...area, kind: 'staging' as const, name }))
    const crowded = { ...plan, movementPlan: { ...plan.movementPlan, stagingAreas } }
    const incident = { incidentId: 'i', number: 'BL-1', title: '', mode: 'real' as const, planVersion: 1 }
    const filled = fillCard(card, cards, { ...NOWHERE, incident, plan: crowded })
    expect(paperHtml(cardDocument([filled], 'x'))).toContain('<dd>甲；乙；丙 等5处，其余见屏幕</dd>')
    expect(filled.facts.find(({ key }) => key === 'staging')?.value).toBe('甲；乙；丙；丁；戊')
  })

  it('escape every text, so that a name cannot become markup', () => {
    const document = paperOf('real')
    const [sheet] = document.sheets
    if (sheet === undefined) throw new Error('no sheet')
    const blocks = [
      { kind: 'text' as const, text: '<img src=x onerror=alert(1)>&"\'' },
      { kind: 'table' as const, head: ['<b>'], widths: [100], rows: [['</td>']] },
    ]
    const html = paperHtml({ ...document, sheets: [{ ...sheet, title: '<script>', blocks }] })
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;')
    expect(html).toContain('<th>&lt;b&gt;</th>')
    expect(html).not.toMatch(/<(script|img|b)\b/)
  })

  it('are drawn on with every word escaped and coordinates to a tenth of a pixel', () => {
    const svg = drawingSvg({
      widthPx: 100,
      heightPx: 50,
      title: '"><script>',
      frames: [
        {
          at: [0, 0],
          widthPx: 100,
          heightPx: 50,
          items: [
            { kind: 'words', at: [1.23456, 2], text: '<泰山路>&', anchor: 'end' },
            { kind: 'mark', mark: 'scene', at: [50, 25] },
          ],
        },
      ],
    })
    expect(svg).toContain('x="1.2" y="2" text-anchor="end"')
    expect(svg).toContain('&lt;泰山路&gt;&amp;</text>')
    expect(svg).toContain('>灾</text>')
    expect(svg).not.toContain('<script')
  })

  it('write time limits as people say them', () => {
    expect([30, 300, 3600, 5400, 7200, 28800].map(withinWords)).toEqual([
      '30秒内',
      '5分钟内',
      '60分钟内',
      '90分钟内',
      '2小时内',
      '8小时内',
    ])
  })
})

describe('the communications sheet of a plan', () => {
  it('has every channel with its fall-back, and every team with its call sign', () => {
    const document = communicationsDocument({ number: 'BL-1', version: 3, plan })
    const rows = document.sheets.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])),
    )
    for (const { channel, fallback } of plan.handlingPlan.communications) {
      expect(rows.find((row) => row[0] === channel)?.[2]).toBe(fallback)
    }
    for (const { teamName, callSign } of plan.movementPlan.movements) {
      expect(rows.find((row) => row[0] === teamName)?.[1]).toBe(callSign)
    }
    expect(document.sheets[0]?.number).toBe('BL-1　方案第3版')
  })
})

describe('judging measured sheets', () => {
  const document = paperOf('real')
  const judge = (change: Partial<SheetMeasure>) => () => judgeSheets(document, [FITS, { ...FITS, ...change }])

  it('lets sheets pass that hold their content, within a rounding of a pixel', () => {
    expect(judge({ overflowBelow: 0.5, density: 'tight' })).not.toThrow()
  })

  it.each([
    ['text below the foot', { overflowBelow: 22 }, '内容超出页面下缘约 2 行'],
    ['text beyond the edge', { overflowRight: 3 }, '内容超出页面右缘 3 像素'],
    ['small type', { smallestTypePx: 14 }, '正文字号小于12磅（10.5磅）'],
    ['characters without a glyph', { undrawn: '𠮷' }, '内置字体没有这些字：𠮷'],
  ])('refuses %s and names the sheet', (_name, change, words) => {
    expect(judge(change)).toThrow(words)
    expect(judge(change)).toThrow(document.sheets[1]?.title)
  })

  it('lets a sheet that flows take pages and 10.5 pt, and a sheet of its own neither', () => {
    const flowing = { ...document, sheets: document.sheets.map((sheet) => ({ ...sheet, flows: true })) }
    expect(judgeSheets(flowing, [FITS, { ...FITS, pages: 3, smallestTypePx: 14 }])).toBe(4)
    expect(() => judgeSheets(flowing, [FITS, { ...FITS, smallestTypePx: 13 }])).toThrow('小于10.5磅（9.75磅）')
    expect(judge({ pages: 3 })).toThrow('排成 3 页')
  })

  it('refuses a sheet too few', () => {
    expect(() => judgeSheets(document, [FITS])).toThrow('版面有 1 页，应为 2 页')
  })
})

describe('readPdf', () => {
  it('tells pages with their size, and fonts that carry no program', () => {
    const text = [
      '%PDF-1.4',
      '1 0 obj\n<</Type /Pages /Count 2 /Kids [2 0 R 3 0 R]>>\nendobj',
      '2 0 obj\n<</Type /Page /MediaBox [0 0 419.5 595.2]>>\nendobj',
      '3 0 obj\n<</Type /Page\n/MediaBox [0 0 420 595]>>\nendobj',
      '4 0 obj\n<</Type /FontDescriptor /FontName /AAAAAA+NotoSansSC /FontFile2 9 0 R>>\nendobj',
      '5 0 obj\n<</Type /FontDescriptor /FontName /SimSun>>\nendobj',
      '9 0 obj\n<</Length 20>> stream\n/Type /Page in a stream\nendstream\nendobj',
    ].join('\n')
    expect(readPdf(new TextEncoder().encode(text))).toEqual({
      pages: [
        { widthPt: 419.5, heightPt: 595.2 },
        { widthPt: 420, heightPt: 595 },
      ],
      fonts: ['AAAAAA+NotoSansSC', 'SimSun'],
      fontsNotEmbedded: ['SimSun'],
    })
  })
})
