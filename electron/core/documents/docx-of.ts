import type { IRunOptions, ISectionOptions } from 'docx'
import type * as Watermarks from 'docx/watermarks'
import { PAPER_SIZES, type PaperDocument, type PaperSheet } from '#shared/domain/paper-document.ts'
import { createDocxBlocks, type DocxLibrary } from './docx-blocks.ts'
import { DOCX_LOOKS, fontTableXml, TITLE_FONT, twipsOfMm, type DocxLook } from './docx-look.ts'
import { settleDocx } from './settle-docx.ts'

/**
 * A paper document as a Word file (ECMA-376): every sheet is a section with its own head, foot and count of pages. The
 * same document gives the same bytes. The library is loaded at the first document, not when the core starts.
 */
export async function docxOf(document: PaperDocument): Promise<Uint8Array> {
  const docx = await import('docx')
  const { TextWatermark } = await import('docx/watermarks')
  const look = DOCX_LOOKS[document.look ?? 'working']
  const { font, bodyPt, linePt } = look
  const file = new docx.Document({
    title: document.title,
    creator: '应急指挥台',
    lastModifiedBy: '应急指挥台',
    styles: {
      default: {
        document: {
          run: { font: { ascii: font, hAnsi: font, eastAsia: font, cs: font }, size: bodyPt * 2 },
          paragraph: { spacing: { line: linePt * 20, lineRule: docx.LineRuleType.AT_LEAST } },
        },
      },
    },
    sections: document.sheets.map((sheet) => sectionOf(sheet, { docx, look, document, TextWatermark })),
  })
  const packed = await docx.Packer.toBuffer(file, false, [{ path: 'word/fontTable.xml', data: fontTableXml() }])
  return settleDocx(packed)
}

interface SectionParts {
  readonly docx: DocxLibrary
  readonly look: DocxLook
  readonly document: PaperDocument
  readonly TextWatermark: typeof Watermarks.TextWatermark
}

function sectionOf(sheet: PaperSheet, { docx, look, document, TextWatermark }: SectionParts): ISectionOptions {
  const { watermark, paper } = document
  const { widthMm, heightMm } = PAPER_SIZES[paper]
  const { marginMm } = look
  const margin = paper === 'A5' ? { top: 14, right: 10, bottom: 14, left: 10 } : marginMm
  const size = look.smallPt * 2
  const small = (text: string, bold = false) => {
    const options: IRunOptions = { text, size, bold }
    return new docx.TextRun(options)
  }
  const blocks = createDocxBlocks(docx, look, widthMm - margin.left - margin.right)
  const mark = watermark === null ? [] : [small(`【${watermark}】`, true)]
  const across =
    watermark === null ? [] : [new TextWatermark({ text: watermark, font: TITLE_FONT, width: 400, opacity: 0.3 })]
  return {
    properties: {
      type: docx.SectionType.NEXT_PAGE,
      page: {
        size: { width: twipsOfMm(widthMm), height: twipsOfMm(heightMm) },
        margin: {
          top: twipsOfMm(margin.top),
          right: twipsOfMm(margin.right),
          bottom: twipsOfMm(margin.bottom),
          left: twipsOfMm(margin.left),
          header: twipsOfMm(Math.min(12, margin.top / 2)),
          footer: twipsOfMm(Math.min(10, margin.bottom / 2)),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new docx.Header({
        children: [new docx.Paragraph({ children: [...mark, small(sheet.above), ...across] })],
      }),
    },
    footers: {
      default: new docx.Footer({
        children: [
          new docx.Paragraph({
            alignment: docx.AlignmentType.CENTER,
            children: [
              new docx.TextRun({
                size,
                children: ['第 ', docx.PageNumber.CURRENT, ' 页　共 ', docx.PageNumber.TOTAL_PAGES_IN_SECTION, ' 页'],
              }),
            ],
          }),
          new docx.Paragraph({
            children: [small(sheet.number, true), small(sheet.source === '' ? '' : `　${sheet.source}`)],
          }),
        ],
      }),
    },
    children: [
      new docx.Paragraph({
        heading: docx.HeadingLevel.TITLE,
        alignment: docx.AlignmentType.CENTER,
        spacing: { before: look.titlePt * 5, after: look.titlePt * 10, line: Math.round(look.titlePt * 20 * 1.45) },
        children: [
          new docx.TextRun({
            text: sheet.title,
            size: look.titlePt * 2,
            font: { ascii: TITLE_FONT, hAnsi: TITLE_FONT, eastAsia: TITLE_FONT, cs: TITLE_FONT },
          }),
        ],
      }),
      ...sheet.blocks.flatMap(blocks),
    ],
  }
}
