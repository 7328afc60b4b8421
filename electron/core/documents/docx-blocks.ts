import type * as Docx from 'docx'
import type { IParagraphOptions, IRunOptions, Paragraph, Table, TableCell, TextRun } from 'docx'
import type { PaperBlock } from '#shared/domain/paper-document.ts'
import { drawingSvg } from '#shared/text/documents/drawing-svg.ts'
import { twipsOfMm, type DocxLook } from './docx-look.ts'

/** The library that writes Word files. */
export type DocxLibrary = typeof Docx

/** What a block becomes. */
type Written = (Paragraph | Table)[]

/** One point of a blank picture: for programs that show no SVG, which then have the caption. */
const BLANK_PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII='

/** Height of the box to sign in, millimetres. */
const SIGNATURE_MM = 15

/** Writes blocks as paragraphs and tables on a frame of `frameMm`; same order, every text. */
export function createDocxBlocks(docx: DocxLibrary, look: DocxLook, frameMm: number): (block: PaperBlock) => Written {
  const frame = twipsOfMm(frameMm)
  const run = (text: string, bold = false, pt = look.bodyPt): TextRun => {
    const options: IRunOptions = { text, size: Math.round(pt * 2), bold }
    return new docx.TextRun(options)
  }
  const headingRun = (text: string, bold: boolean): TextRun => {
    const { headingFont, bodyPt } = look
    const font = { ascii: headingFont, hAnsi: headingFont, eastAsia: headingFont }
    const options: IRunOptions = { text, bold, size: bodyPt * 2, color: '000000', font }
    return new docx.TextRun(options)
  }
  const paragraph = (children: TextRun[], more: IParagraphOptions = {}): Paragraph =>
    new docx.Paragraph({ ...more, children })
  const indent = { firstLine: look.indentCharacters * look.bodyPt * 20 }
  const hanging = { left: look.bodyPt * 20, hanging: look.bodyPt * 20 }

  const cell = (text: string, width: number, bold = false): TableCell =>
    new docx.TableCell({
      width: { size: width, type: docx.WidthType.DXA },
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      children: [paragraph([run(text, bold, look.tablePt)], { spacing: { line: Math.round(look.tablePt * 26) } })],
    })
  const table = (widths: readonly number[], rows: readonly (readonly string[])[], head: readonly string[]): Table => {
    const whole = widths.reduce((sum, width) => sum + width, 0)
    const twips = widths.map((width) => Math.round((width / whole) * frame))
    const rowOf = (texts: readonly string[], isHead: boolean, height?: number) =>
      new docx.TableRow({
        tableHeader: isHead,
        cantSplit: true,
        ...(height === undefined ? {} : { height: { value: height, rule: docx.HeightRule.ATLEAST } }),
        children: texts.map((text, column) => cell(text, twips[column] ?? 0, isHead)),
      })
    return new docx.Table({
      width: { size: frame, type: docx.WidthType.DXA },
      columnWidths: twips,
      layout: docx.TableLayoutType.FIXED,
      rows: [...(head.length === 0 ? [] : [rowOf(head, true)]), ...rows.map((row) => rowOf(row, false))],
    })
  }
  /** Two tables that touch become one in Word. */
  const apart = (): Paragraph => paragraph([], { spacing: { line: 120, lineRule: docx.LineRuleType.EXACT } })

  return (block) => {
    switch (block.kind) {
      case 'heading':
        return [
          paragraph([headingRun(block.text, block.minor !== true)], {
            keepNext: true,
            indent,
            heading: block.minor === true ? docx.HeadingLevel.HEADING_2 : docx.HeadingLevel.HEADING_1,
            spacing: { before: 80, after: 40 },
          }),
        ]
      case 'text':
        return [paragraph([run(block.text, block.strong === true)], block.flush === true ? {} : { indent })]
      case 'list':
        return block.lines.map((line) => paragraph([run(`· ${line}`)], { indent: hanging }))
      case 'bans':
        return block.lines.map((line) => paragraph([run(`× ${line}`, true)], { indent: hanging }))
      case 'steps':
        return block.steps.map(({ text, radio, within }, index) =>
          paragraph(
            [
              run(`${index + 1}. ${text}`, true),
              ...(within === null ? [] : [run(`（${within}）`)]),
              ...(radio === null ? [] : [run(`“${radio}”`)]),
            ],
            { indent: hanging },
          ),
        )
      case 'facts':
        return [factsTable(block.rows, block.columns ?? 1), apart()]
      case 'table':
        return [table(block.widths, block.rows, block.head), apart()]
      case 'sketch':
        return sketch(block)
      case 'signatures':
        return [signatures(block.fields), apart()]
      case 'closing':
        return block.lines.map((line, index) =>
          paragraph([run(line)], {
            alignment: docx.AlignmentType.RIGHT,
            ...(index === 0 ? { spacing: { before: look.bodyPt * 20 } } : {}),
          }),
        )
    }
  }

  function factsTable(rows: Extract<PaperBlock, { kind: 'facts' }>['rows'], columns: 1 | 2): Table {
    const cellsOf = rows.map(({ name, value }) => [name, value ?? ''])
    if (columns === 1) return table([22, 78], cellsOf, [])
    const lines: string[][] = []
    for (let at = 0; at < cellsOf.length; at += 2)
      lines.push([...(cellsOf[at] ?? []), ...(cellsOf[at + 1] ?? ['', ''])])
    return table([16, 34, 16, 34], lines, [])
  }

  function sketch({ drawing, caption }: Extract<PaperBlock, { kind: 'sketch' }>): Written {
    const shrink = Math.min(1, ((frameMm / 25.4) * 96) / drawing.widthPx)
    const transformation = {
      width: Math.round(drawing.widthPx * shrink),
      height: Math.round(drawing.heightPx * shrink),
    }
    return [
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        keepNext: true,
        children: [
          new docx.ImageRun({
            type: 'svg',
            data: new TextEncoder().encode(drawingSvg(drawing)),
            transformation,
            fallback: { type: 'png', data: BLANK_PNG },
            altText: { name: drawing.title, title: drawing.title, description: caption },
          }),
        ],
      }),
      paragraph([run(caption, false, look.tablePt)], { alignment: docx.AlignmentType.CENTER }),
    ]
  }

  function signatures(fields: readonly string[]): Table {
    const width = Math.round(frame / fields.length)
    return new docx.Table({
      width: { size: frame, type: docx.WidthType.DXA },
      columnWidths: fields.map(() => width),
      layout: docx.TableLayoutType.FIXED,
      rows: [
        new docx.TableRow({
          cantSplit: true,
          height: { value: twipsOfMm(SIGNATURE_MM), rule: docx.HeightRule.ATLEAST },
          children: fields.map((field) => cell(field, width)),
        }),
      ],
    })
  }
}
