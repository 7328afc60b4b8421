import type { CARD_FACTS, CardContact, FilledCard } from '../../contract/cards.contract.ts'
import { CARD_KIND_NAMES } from './card-names.ts'

/** What the plan in force says, by name. */
export const CARD_FACT_NAMES = {
  place: '地点',
  staging: '集结点',
  commandPost: '现场指挥部',
  channel: '频道',
  fallback: '不通时',
  signal: '撤离信号',
  muster: '集合点',
} as const satisfies Record<(typeof CARD_FACTS)[number], string>

/** Evidence of a basis, in words. */
export const EVIDENCE_NAMES = {
  seed: '资料',
  found: '有据',
  derived: '推算',
  design: '设计',
  unverified: '未核实',
} as const

/** Said where the roster or the plan has nothing. */
const NOBODY = '值班表未列'
const UNSAID = '方案未定'

/** A time limit in words: 30秒内, 10分钟内, 2小时内. */
export function withinWords(withinS: number): string {
  if (withinS < 60) return `${withinS}秒内`
  if (withinS < 7200 || withinS % 3600 !== 0) return `${Math.ceil(withinS / 60)}分钟内`
  return `${withinS / 3600}小时内`
}

/** Number and version of a card, the same on the screen and on paper. */
export function cardNumber(card: Pick<FilledCard, 'id' | 'version'>): string {
  return `${card.id}　第${card.version}版`
}

/** A card as plain text, ready to paste into a message. */
export function cardText(card: Omit<FilledCard, 'plainText'>): string {
  const mode = card.incident === null || card.incident.mode === 'real' ? '' : '【演练】'
  return [
    `${mode}${card.title}（${CARD_KIND_NAMES[card.kind]}）`,
    ...(card.incident === null ? [] : [`${card.incident.number} ${card.incident.title}`]),
    ...(card.holder === null ? [] : [`持卡人：${contactWords(card.holder)}`]),
    ...card.facts.map(({ key, value }) => `${CARD_FACT_NAMES[key]}：${value ?? UNSAID}`),
    ...card.steps.map(
      ({ text, radio, withinS }, index) =>
        `${index + 1}. ${text}${withinS === null ? '' : `（${withinWords(withinS)}）`}${radio === null ? '' : `\n   说：“${radio}”`}`,
    ),
    ...card.mustNots.map((line) => `× ${line}`),
    ...(card.contacts.length === 0 ? [] : [`联系：${card.contacts.map(contactWords).join('；')}`]),
    `${cardNumber(card)}；依据：${card.basis.map(({ source, evidence }) => `${source}〔${EVIDENCE_NAMES[evidence]}〕`).join('、')}`,
    '',
  ].join('\n')
}

function contactWords({ title, name, phone }: CardContact): string {
  return [title, name ?? NOBODY, phone ?? ''].filter((part) => part !== '').join(' ')
}
