import type { PaperBlock, PaperDocument, PaperSheet } from '#shared/domain/paper-document.ts'

/**
 * The markup of a paper document: one `section.sheet` a sheet, every text escaped, no style and no script of its own. How
 * it looks is decided by the paper page that shows it.
 */
export function documentHtml(document: PaperDocument): string {
  return document.sheets.map((sheet) => sheetHtml(sheet, document)).join('\n')
}

function sheetHtml(sheet: PaperSheet, { paper, watermark }: PaperDocument): string {
  return [
    `<section class="sheet sheet-${paper.toLowerCase()}">`,
    watermark === null ? '' : `<p class="watermark" aria-hidden="true">${escape(watermark)}</p>`,
    `<header>`,
    watermark === null ? '' : `<span class="mode">${escape(watermark)}</span>`,
    `<p class="above">${escape(sheet.above)}</p><h1>${escape(sheet.title)}</h1></header>`,
    `<div class="content">${sheet.blocks.map(blockHtml).join('')}</div>`,
    `<footer><p class="number">${escape(sheet.number)}</p><p class="source">${escape(sheet.source)}</p></footer>`,
    `</section>`,
  ].join('')
}

function blockHtml(block: PaperBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escape(block.text)}</h2>`
    case 'text':
      return `<p>${escape(block.text)}</p>`
    case 'steps':
      return `<ol class="steps">${block.steps.map(stepHtml).join('')}</ol>`
    case 'bans':
      return `<ul class="bans">${block.lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>`
    case 'facts':
      return `<dl class="facts">${block.rows
        .map(
          ({ name, value }) =>
            `<dt>${escape(name)}</dt><dd${value === null ? ' class="open"' : ''}>${escape(value ?? '')}</dd>`,
        )
        .join('')}</dl>`
    case 'table':
      return `<table><colgroup>${block.widths.map((width) => `<col width="${width}%">`).join('')}</colgroup><thead><tr>${cells(block.head, 'th')}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${cells(row, 'td')}</tr>`)
        .join('')}</tbody></table>`
  }
}

function stepHtml({ text, radio, within }: Extract<PaperBlock, { kind: 'steps' }>['steps'][number]): string {
  const limit = within === null ? '' : `<span class="within">${escape(within)}</span>`
  const say = radio === null ? '' : `<span class="radio">“${escape(radio)}”</span>`
  // The limit stands first, so that it floats beside the first line and never takes one of its own.
  return `<li>${limit}<span class="do">${escape(text)}</span>${say}</li>`
}

function cells(texts: readonly string[], tag: 'th' | 'td'): string {
  return texts.map((text) => `<${tag}>${escape(text)}</${tag}>`).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
