import type { FilledCard } from '../../contract/cards.contract.ts'
import type { PaperBlock, PaperDocument, PaperSheet } from '../../domain/paper-document.ts'
import { CARD_KIND_NAMES } from './card-names.ts'
import { PLACE_MARK } from './fill-card.ts'
import { CARD_FACT_NAMES, cardNumber, EVIDENCE_NAMES, withinWords } from './card-text.ts'
import { watermarkOf } from './watermark.ts'

/** Facts that every holder needs on paper; the rest is on the screen. */
const ON_PAPER: ReadonlySet<string> = new Set(['place', 'staging', 'channel', 'fallback', 'signal'])

/** Cards as paper, one A5 sheet each; `name` is the title of the whole. */
export function cardDocument(cards: readonly FilledCard[], name: string): PaperDocument {
  const incident = cards[0]?.incident ?? null
  return {
    schema: 'paper-document/1',
    title: name,
    fileName: [incident?.number ?? '', name].filter((part) => part !== '').join(' '),
    paper: 'A5',
    watermark: watermarkOf(incident?.mode ?? 'real'),
    sheets: cards.map(sheetOf),
  }
}

function sheetOf(card: FilledCard): PaperSheet {
  return {
    title: card.title,
    above: [CARD_KIND_NAMES[card.kind], card.incident === null ? '' : filledFrom(card.incident)]
      .filter((part) => part !== '')
      .join('　'),
    blocks: [
      ...(card.kind === 'post' ? circumstances(card) : []),
      {
        kind: 'steps',
        steps: card.steps.map(({ text, radio, withinS }) => ({
          text,
          radio,
          within: withinS === null ? null : withinWords(withinS),
        })),
      },
      ...(card.mustNots.length === 0 ? [] : [{ kind: 'bans', lines: card.mustNots } as const]),
      ...(card.contacts.length === 0 ? [] : [contacts(card)]),
    ],
    number: cardNumber(card),
    source: [
      `依据：${card.basis.map(({ source, evidence }) => `${source}〔${EVIDENCE_NAMES[evidence]}〕`).join('、')}`,
      `${card.reviewBy}前复核；自编模板，非主管部门文本`,
    ].join('。'),
  }
}

/** What the card was filled from, so that a sheet of an older plan is known as one. */
function filledFrom({ number, title, planVersion }: NonNullable<FilledCard['incident']>): string {
  return `${number} ${title}　${planVersion === null ? '尚无方案' : `方案第${planVersion}版`}`
}

/** Who holds it and what the plan says; without an incident lines to write on. */
function circumstances(card: FilledCard): PaperBlock[] {
  const said = new Map<string, string | null>(card.facts.map(({ key, value }) => [key, value]))
  const holder =
    card.holder?.name === null || card.holder === null ? null : `${card.holder.name} ${card.holder.phone ?? ''}`.trim()
  return [
    {
      kind: 'facts',
      rows: [
        { name: '持卡人', value: holder },
        ...Object.entries(CARD_FACT_NAMES)
          .filter(([key]) => ON_PAPER.has(key))
          .map(([key, name]) => ({ name, value: firstOf(said.get(key) ?? null) })),
      ],
    },
  ]
}

/** Places of a long list on one sheet; the rest is counted, never dropped in silence (design rule). */
const PLACES = 3

/** The first places of a list with the number of all: ten staging areas would push the steps off the sheet. */
function firstOf(value: string | null): string | null {
  const places = value?.split(PLACE_MARK) ?? []
  if (places.length <= PLACES) return value
  return `${places.slice(0, PLACES).join(PLACE_MARK)} 等${places.length}处，其余见屏幕`
}

function contacts({ contacts: people }: FilledCard): PaperBlock {
  return {
    kind: 'facts',
    rows: people.map(({ title, name, phone }) => ({
      name: title,
      value: name === null ? null : `${name} ${phone ?? ''}`.trim(),
    })),
  }
}
