import type { IssuedReport } from '../../domain/command/report.ts'
import type { PaperDocument } from '../../domain/paper-document.ts'
import { watermarkOf } from '../documents/watermark.ts'
import { momentWords } from './moment-words.ts'
import { fieldTexts } from './report-paper.ts'

/** The sheet of a report in the customary order: number and addressee, title, elements, signer, unit and date. */
export function reportDocument(
  report: Omit<IssuedReport, 'contentHash'>,
  incident: { readonly mode: 'real' | 'drill' | 'tabletop'; readonly unit: string; readonly at: string },
): PaperDocument {
  return {
    schema: 'paper-document/1',
    title: report.title,
    fileName: `${report.number} ${report.title}`,
    paper: 'A4',
    watermark: watermarkOf(incident.mode),
    sheets: [
      {
        title: report.title,
        above: `突发事件信息　报送：${report.to}`,
        blocks: [
          {
            kind: 'table',
            head: ['项目', '内容（来源，截至时间）'],
            widths: [18, 82],
            rows: fieldTexts(report.elements).map(({ name, lines }) => [name, lines.join('；')]),
          },
          {
            kind: 'facts',
            rows: [
              { name: '签发人', value: report.signer },
              { name: '报送单位', value: incident.unit },
              { name: '签发时间', value: momentWords(incident.at) },
            ],
          },
        ],
        number: report.number,
        source: `依据事件信息第${report.incidentRevision}次修订${report.planVersion === null ? '' : `、方案第${report.planVersion}版`}；“待核”为尚未核实`,
      },
    ],
  }
}
