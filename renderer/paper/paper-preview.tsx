import { useEffect, useRef, useState, type ReactNode } from 'react'
import { PAPER_SIZES, type PaperDocument } from '#shared/domain/paper-document.ts'
import { paperHtml } from '#shared/text/documents/paper-html.ts'
import paperCss from './paper.css?inline'
import { setPaper } from './set-paper.ts'

const PX_PER_MM = 96 / 25.4
/** Room for the scroll bar and the edges, pixels. */
const MARGIN_PX = 26

/**
 * A document as it will be printed: the same markup, style and pages, shut off from the style of the window. `onSet` is
 * told the number of pages.
 */
export function PaperPreview(props: {
  paper: PaperDocument
  label: string
  onSet: (pages: number) => void
}): ReactNode {
  const host = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const { paper, onSet } = props
  useEffect(() => {
    const { current } = host
    if (current === null) return undefined
    let isShown = true
    const root = current.shadowRoot ?? current.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [styleOf(paperCss)]
    const sheet = document.createElement('div')
    sheet.className = 'paper preview'
    root.replaceChildren(sheet)
    setPaper(sheet, paperHtml(paper)).then(
      (sheets) => {
        if (!isShown) return
        // Only now: pages are measured in their own size.
        const widthPx = PAPER_SIZES[paper.paper].widthMm * PX_PER_MM
        sheet.style.setProperty('zoom', String(Math.min(1, (current.clientWidth - MARGIN_PX) / widthPx)))
        setFailed(null)
        onSet(sheets.reduce((sum, { pages }) => sum + pages, 0))
      },
      (error: unknown) => {
        if (isShown) setFailed(error instanceof Error ? error.message : String(error))
      },
    )
    return () => {
      isShown = false
    }
  }, [paper, onSet])
  return (
    <>
      {failed === null ? null : <p className="danger">{failed}</p>}
      <div
        ref={host}
        className="scroll paper-preview"
        role="document"
        aria-label={props.label}
        tabIndex={0}
        data-testid="paper-preview"
      />
    </>
  )
}

function styleOf(css: string): CSSStyleSheet {
  const style = new CSSStyleSheet()
  style.replaceSync(css)
  return style
}
