import type { PaperBlock, PaperDocument, PaperSheet } from '../../domain/paper-document.ts'
import { drawingSvg } from './drawing-svg.ts'
import { escapeMarkup } from './escape-markup.ts'

/**
 * The markup of a paper document: one `section.sheet` a sheet, every text escaped, no style and no script of its own. How
 * it looks, and where a sheet that flows is parted into pages, is decided by the page that shows it.
 */
export function paperHtml(document: PaperDocument): string {
  return document.sheets.map((sheet) => sheetHtml(sheet, document)).join('\n')
}

function sheetHtml(sheet: PaperSheet, { paper, watermark, look }: PaperDocument): string {
  const flows = sheet.flows === true
  return [
    `<section class="sheet sheet-${paper.toLowerCase()} look-${look ?? 'working'}${flows ? ' flows' : ''}">`,
    watermark === null ? '' : `<p class="watermark" aria-hidden="true">${escapeMarkup(watermark)}</p>`,
    `<header>`,
    watermark === null ? '' : `<span class="mode">${escapeMarkup(watermark)}</span>`,
    `<p class="above">${escapeMarkup(sheet.above)}</p><h1>${escapeMarkup(sheet.title)}</h1></header>`,
    `<div class="content">${sheet.blocks.map(blockHtml).join('')}</div>`,
    `<footer><p class="number">${escapeMarkup(sheet.number)}</p><p class="source">${escapeMarkup(sheet.source)}</p>`,
    // The page that shows it counts.
    flows ? `<p class="page"></p>` : '',
    `</footer></section>`,
  ].join('')
}

function blockHtml(block: PaperBlock): string {
  switch (block.kind) {
    case 'heading': {
      const tag = block.minor === true ? 'h3' : 'h2'
      return `<${tag}>${escapeMarkup(block.text)}</${tag}>`
    }
    case 'text':
      return `<p class="${[block.strong === true ? 'strong' : '', block.flush === true ? 'flush' : ''].join(' ').trim()}">${escapeMarkup(block.text)}</p>`
    case 'list':
      return `<ul class="lines">${block.lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul>`
    case 'steps':
      return `<ol class="steps">${block.steps.map(stepHtml).join('')}</ol>`
    case 'bans':
      return `<ul class="bans">${block.lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul>`
    case 'facts':
      return `<dl class="facts${block.columns === 2 ? ' two' : ''}">${block.rows
        .map(
          ({ name, value }) =>
            `<dt>${escapeMarkup(name)}</dt><dd${value === null ? ' class="open"' : ''}>${escapeMarkup(value ?? '')}</dd>`,
        )
        .join('')}</dl>`
    case 'table':
      return `<table><colgroup>${block.widths.map((width) => `<col width="${width}%">`).join('')}</colgroup><thead><tr>${cells(block.head, 'th')}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${cells(row, 'td')}</tr>`)
        .join('')}</tbody></table>`
    case 'sketch':
      return `<figure>${drawingSvg(block.drawing)}<figcaption>${escapeMarkup(block.caption)}</figcaption></figure>`
    case 'signatures':
      return `<ul class="signatures">${block.fields.map((field) => `<li>${escapeMarkup(field)}</li>`).join('')}</ul>`
    case 'closing':
      return `<div class="closing">${block.lines.map((line) => `<p>${escapeMarkup(line)}</p>`).join('')}</div>`
  }
}

function stepHtml({ text, radio, within }: Extract<PaperBlock, { kind: 'steps' }>['steps'][number]): string {
  const limit = within === null ? '' : `<span class="within">${escapeMarkup(within)}</span>`
  const say = radio === null ? '' : `<span class="radio">“${escapeMarkup(radio)}”</span>`
  // The limit stands first, so that it floats beside the first line and never takes one of its own.
  return `<li>${limit}<span class="do">${escapeMarkup(text)}</span>${say}</li>`
}

function cells(texts: readonly string[], tag: 'th' | 'td'): string {
  return texts.map((text) => `<${tag}>${escapeMarkup(text)}</${tag}>`).join('')
}
