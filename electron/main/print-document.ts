import { BrowserWindow, clipboard, dialog, type WebContents } from 'electron'
import { judgeSheets, SheetMeasures } from '#electron/core/documents/judge-sheets.ts'
import { readPdf } from '#electron/core/documents/read-pdf.ts'
import type { PaperOutcome, ShellHandlers } from '#shared/contract/shell.contract.ts'
import { PAPER_SIZES, type PaperDocument } from '#shared/domain/paper-document.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { paperHtml } from '#shared/text/documents/paper-html.ts'
import { APP_ORIGIN, securePreferences } from './security.ts'
import { plainFileName, writeWhole } from './write-whole.ts'

const MM_PER_INCH = 25.4
const MICRONS_PER_MM = 1000

/**
 * What the shell does with paper. A document is set on a hidden page of the console with the console's own fonts, measured
 * there, and goes on only when every sheet holds its content: a page cut off at the foot has killed before it is noticed.
 */
export function paperHandlers(): ShellHandlers['paper'] {
  return {
    savePdf: ({ document }) =>
      withPage(document, async (contents, pages) => {
        const bytes = await pdfOf(contents, document, pages)
        const { canceled, filePath } = await dialog.showSaveDialog({
          title: document.title,
          defaultPath: `${plainFileName(document.fileName)}.pdf`,
          filters: [{ name: 'PDF', extensions: ['pdf'] }],
        })
        if (canceled || filePath === '') return { outcome: 'cancelled', path: '', pages }
        await writeWhole(filePath, bytes)
        return { outcome: 'done', path: filePath, pages }
      }),
    print: ({ document }) => withPage(document, (contents, pages) => print(contents, document, pages)),
    copyText: async ({ text }) => {
      await clipboard.writeText(text)
      return { copied: true }
    },
  }
}

/** Sets a document on a hidden page, measures it and hands the page on; the page is gone afterwards, whatever happened. */
async function withPage<T>(
  document: PaperDocument,
  then: (contents: WebContents, pages: number) => Promise<T>,
): Promise<T> {
  // The paper page has no bridge: it is told its markup and answers measures.
  const webPreferences = securePreferences(null, [])
  const window = new BrowserWindow({ show: false, width: 900, height: 1200, webPreferences })
  try {
    await window.loadURL(`${APP_ORIGIN}/windows/paper/index.html`)
    const call = `setPaper(${JSON.stringify(paperHtml(document))})`
    const measures: unknown = await window.webContents.executeJavaScript(call)
    const pages = judgeSheets(document, SheetMeasures.parse(measures))
    return await then(window.webContents, pages)
  } finally {
    window.destroy()
  }
}

async function pdfOf(contents: WebContents, document: PaperDocument, set: number): Promise<Buffer> {
  const { widthMm, heightMm } = PAPER_SIZES[document.paper]
  const bytes = await contents.printToPDF({
    pageSize: { width: widthMm / MM_PER_INCH, height: heightMm / MM_PER_INCH },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
    preferCSSPageSize: false,
  })
  const { pages, fontsNotEmbedded } = readPdf(bytes)
  if (pages.length !== set || fontsNotEmbedded.length > 0) {
    throw new AppError(
      'paper-overflow',
      `“${document.title}”排成 ${pages.length} 页，应为 ${set} 页；未嵌入字体：${fontsNotEmbedded.join('、') || '无'}。没有写出文件，请报告维护人员`,
      { path: 'document', value: document.title },
    )
  }
  return bytes
}

function print(contents: WebContents, document: PaperDocument, pages: number): Promise<PaperOutcome> {
  const { widthMm, heightMm } = PAPER_SIZES[document.paper]
  return new Promise((resolve, reject) => {
    contents.print(
      {
        silent: false,
        printBackground: true,
        margins: { marginType: 'none' },
        pageSize: { width: widthMm * MICRONS_PER_MM, height: heightMm * MICRONS_PER_MM },
      },
      (printed, reason) => {
        if (printed) resolve({ outcome: 'done', path: '', pages })
        // Chromium's word for a dialog that was closed.
        else if (/cancel/i.test(reason)) resolve({ outcome: 'cancelled', path: '', pages })
        else reject(printerFailed(reason))
      },
    )
  })
}

function printerFailed(reason: string): AppError {
  return new AppError('printer-failed', `打印没有完成（${reason}）；请检查打印机，或存为 PDF 后用别的机器打印`, {
    path: 'printer',
    value: reason,
  })
}
