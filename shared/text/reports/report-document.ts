import type { IssuedReport } from '../../domain/command/report.ts'
import type { PaperDocument } from '../../domain/paper-document.ts'
import { watermarkOf } from '../documents/watermark.ts'
import { momentWords } from './moment-words.ts'
import { fieldTexts } from './report-paper.ts'

/** A report as an official paper: number and signer above, title, addressee, its elements one by one, unit and date. */
export function reportDocument(
  report: Omit<IssuedReport, 'contentHash'>,
  issued: { readonly mode: 'real' | 'drill' | 'tabletop'; readonly unit: string; readonly at: string },
): PaperDocument {
  const { number, title, to, signer, elements, incidentRevision, planVersion } = report
  const plan = planVersion === null ? '' : `、方案第${planVersion}版`
  return {
    schema: 'paper-document/1',
    title,
    fileName: `${number} ${title}`,
    paper: 'A4',
    look: 'official',
    watermark: watermarkOf(issued.mode),
    sheets: [
      {
        title,
        above: `${number}　签发人：${signer}`,
        blocks: [
          { kind: 'text', text: `${to}：`, strong: true },
          ...fieldTexts(elements).map(({ name, lines }) => ({
            kind: 'text' as const,
            text: `${name}：${lines.join('；')}。`,
          })),
          { kind: 'closing', lines: [issued.unit, momentWords(issued.at)] },
        ],
        number,
        source: `依据事件信息第${incidentRevision}次修订${plan}；“待核”为尚未核实`,
        flows: true,
      },
    ],
  }
}
