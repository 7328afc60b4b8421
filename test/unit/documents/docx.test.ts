import { SyntaxValidator } from 'fast-xml-validator'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docxOf } from '#electron/core/documents/docx-of.ts'
import { PaperDocument, type PaperBlock } from '#shared/domain/paper-document.ts'

const BLOCKS: PaperBlock[] = [
  { kind: 'heading', text: '一、基本情况' },
  { kind: 'heading', text: '（一）现场', minor: true },
  { kind: 'text', text: '液氨<槽车>泄漏 & 起火' },
  { kind: 'list', lines: ['甲项', '乙项'] },
  { kind: 'bans', lines: ['不得下风向接近'] },
  { kind: 'steps', steps: [{ text: '设警戒', radio: '各车注意', within: '30秒内' }] },
  {
    kind: 'facts',
    columns: 2,
    rows: [
      { name: '地点', value: '泰山路' },
      { name: '风向', value: null },
      { name: '频道', value: '指挥1' },
    ],
  },
  {
    kind: 'table',
    head: ['队伍', '到达'],
    widths: [70, 30],
    rows: [
      ['北仑站', '10:24'],
      ['小港站', '10:31'],
    ],
  },
  {
    kind: 'sketch',
    caption: '上为北，示意',
    drawing: {
      widthPx: 600,
      heightPx: 300,
      title: '北仑站的路线',
      frames: [
        {
          at: [0, 0],
          widthPx: 600,
          heightPx: 300,
          items: [{ kind: 'words', at: [10, 20], text: '<泰山路>', anchor: 'start' }],
        },
      ],
    },
  },
  { kind: 'signatures', fields: ['签收人', '签收时间'] },
  { kind: 'closing', lines: ['北仑区应急指挥部', '2026年5月1日'] },
]

function paper(more: Partial<PaperDocument> = {}): PaperDocument {
  const sheet = {
    title: '液氨泄漏首报',
    above: 'BL-1 液氨泄漏',
    number: 'BL-1　首报',
    source: '接警台',
    flows: true,
    blocks: BLOCKS,
  }
  return PaperDocument.parse({
    schema: 'paper-document/1',
    title: '首报',
    fileName: 'BL-1 首报',
    paper: 'A4',
    watermark: '演练',
    look: 'official',
    sheets: [sheet, { ...sheet, title: '附件', number: 'BL-1　附件' }],
    ...more,
  })
}

async function partsOf(document: PaperDocument): Promise<Map<string, string>> {
  const files = unzipSync(await docxOf(document))
  return new Map(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

/** Every text of a part, in order. */
function textsOf(xml: string): string {
  const found = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text)
  return found.join('|').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

describe('a document as DOCX', () => {
  it('is a package of well-formed parts whose relations and types all lead to a part', async () => {
    const parts = await partsOf(paper())
    for (const [path, text] of parts) {
      if (/\.(xml|rels|svg)$/.test(path)) expect(SyntaxValidator.validate(text), path).toBe(true)
    }
    const rels = parts.get('word/_rels/document.xml.rels') ?? ''
    const targets = [...rels.matchAll(/Target="([^"]+)"/g)].map(([, target = '']) => `word/${target}`)
    expect(targets.length).toBeGreaterThan(5)
    for (const target of targets) expect([...parts.keys()]).toContain(target)
    expect([...parts.keys()][0]).toBe('[Content_Types].xml')
  })

  it('has every text of every block in order, tables with their rows, and the drawing with its caption', async () => {
    const parts = await partsOf(paper())
    const xml = parts.get('word/document.xml') ?? ''
    const wanted =
      '液氨泄漏首报|一、基本情况|（一）现场|液氨<槽车>泄漏 & 起火|· 甲项|· 乙项|× 不得下风向接近|1. 设警戒|（30秒内）|“各车注意”|地点|泰山路|风向||频道|指挥1|||队伍|到达|北仑站|10:24|小港站|10:31|上为北，示意|签收人|签收时间|北仑区应急指挥部|2026年5月1日'
    expect(textsOf(xml).startsWith(`${wanted}|附件|一、基本情况`)).toBe(true)
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/g)].map(([table]) => table)
    expect(tables).toHaveLength(6)
    expect(tables[1]?.match(/<w:tr>/g)).toHaveLength(3)
    expect(tables[1]?.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(parts.get('word/media/image1.svg')).toContain('&lt;泰山路&gt;')
  })

  it('stands on A4 with the margins and type of GB/T 9704, other fonts named for machines without them', async () => {
    const parts = await partsOf(paper())
    const xml = parts.get('word/document.xml') ?? ''
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(xml).toMatch(/w:eastAsia="方正小标宋简体"[^/]*\/>(?:<[^>]*>)*<w:sz w:val="44"/)
    expect(parts.get('word/styles.xml')).toMatch(/<w:docDefaults>.*w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"/)
    expect(parts.get('word/fontTable.xml')).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>')
  })

  it('indents a paragraph by two characters, but not the line that names who it goes to', async () => {
    const [sheet] = paper().sheets
    if (sheet === undefined) throw new Error('no sheet')
    const blocks: PaperBlock[] = [
      { kind: 'text', text: '宁波市应急指挥部：', flush: true },
      { kind: 'text', text: '现报告如下。' },
    ]
    const xml = (await partsOf(paper({ sheets: [{ ...sheet, blocks }] }))).get('word/document.xml') ?? ''
    const [, addressee = '', body = ''] = xml.split('<w:p>').slice(1)
    expect(addressee).toContain('宁波市应急指挥部：')
    expect(addressee).not.toContain('<w:ind')
    expect(body).toContain('<w:ind w:firstLine="640"/>')
  })

  it('says 演练 in the head of a drill and nothing of it in earnest; number, page and pages in the foot', async () => {
    const drill = await partsOf(paper())
    expect(textsOf(drill.get('word/header1.xml') ?? '')).toBe('【演练】|BL-1 液氨泄漏')
    expect(drill.get('word/header1.xml')).toContain('string="演练"')
    expect(textsOf(drill.get('word/footer2.xml') ?? '')).toContain('BL-1　附件')
    expect(drill.get('word/footer1.xml')).toMatch(/PAGE<.*SECTIONPAGES</)
    const earnest = await partsOf(paper({ watermark: null }))
    expect([...earnest.values()].join('')).not.toContain('演练')
  })

  it('is the same bytes every time, with no moment of writing in it', async () => {
    const [one, other] = [await docxOf(paper()), await docxOf(paper())]
    expect(Buffer.compare(one, other)).toBe(0)
    expect(strFromU8(unzipSync(one)['docProps/core.xml'] ?? new Uint8Array())).not.toMatch(/created|modified/)
  })
})
