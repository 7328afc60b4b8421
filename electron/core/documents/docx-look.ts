import { escapeMarkup } from '#shared/text/documents/escape-markup.ts'

/** How a Word file is set: type in points, margins in millimetres. */
export interface DocxLook {
  readonly font: string
  readonly headingFont: string
  readonly titlePt: number
  readonly bodyPt: number
  /** From line to line, at least. */
  readonly linePt: number
  readonly tablePt: number
  /** Head and foot. */
  readonly smallPt: number
  /** Characters the first line of a paragraph is set in. */
  readonly indentCharacters: number
  readonly marginMm: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
}

/** 小标宋 for titles, as GB/T 9704-2012 asks; 宋体 where it is not installed. */
export const TITLE_FONT = '方正小标宋简体'
const BODY_FONT = '仿宋_GB2312'
const HEADING_FONT = '黑体'

/** GB/T 9704-2012, 5.2: title 2号 (22 pt), body 3号仿宋 (16 pt), 22 lines a page (28 pt), frame 156 x 225 mm on A4. */
const OFFICIAL: DocxLook = {
  font: BODY_FONT,
  headingFont: HEADING_FONT,
  titlePt: 22,
  bodyPt: 16,
  linePt: 28,
  tablePt: 12,
  smallPt: 9,
  indentCharacters: 2,
  marginMm: { top: 37, right: 26, bottom: 35, left: 28 },
}

/** Working sheets: the same fonts, 小四 body and 五号 tables, so that a table of many columns stays on its page. */
const WORKING: DocxLook = {
  font: BODY_FONT,
  headingFont: HEADING_FONT,
  titlePt: 22,
  bodyPt: 12,
  linePt: 18,
  tablePt: 10.5,
  smallPt: 9,
  indentCharacters: 0,
  marginMm: { top: 22, right: 16, bottom: 20, left: 16 },
}

export const DOCX_LOOKS = { official: OFFICIAL, working: WORKING } as const

/** Fonts that are named, and what a machine without them takes: Windows since 7 has 仿宋, 宋体 and 黑体. */
const FALLBACKS = [
  [TITLE_FONT, '宋体'],
  [BODY_FONT, '仿宋'],
  [HEADING_FONT, 'SimHei'],
  ['宋体', 'SimSun'],
  ['仿宋', 'FangSong'],
] as const

/** `word/fontTable.xml` (ECMA-376-1, 17.8.3.1): each font with the one that stands in for it. */
export function fontTableXml(): string {
  const fonts = FALLBACKS.map(
    ([name, instead]) =>
      `<w:font w:name="${escapeMarkup(name)}"><w:altName w:val="${escapeMarkup(instead)}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}

const MM_PER_INCH = 25.4
const TWIPS_PER_INCH = 1440

/** Twentieths of a point. */
export function twipsOfMm(mm: number): number {
  return Math.round((mm / MM_PER_INCH) * TWIPS_PER_INCH)
}
