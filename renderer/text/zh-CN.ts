import { boardRoom } from './zh-CN/board.ts'
import { cards } from './zh-CN/cards.ts'
import { contingency } from './zh-CN/contingency.ts'
import { contingencyFields } from './zh-CN/contingency-fields.ts'
import { handbook } from './zh-CN/handbook.ts'
import { debate } from './zh-CN/debate.ts'
import { finder } from './zh-CN/finder.ts'
import { duties } from './zh-CN/duties.ts'
import { grading } from './zh-CN/grading.ts'
import { documents } from './zh-CN/documents.ts'
import { exports } from './zh-CN/exports.ts'
import { headquartersRoom } from './zh-CN/headquarters.ts'
import { imports } from './zh-CN/imports.ts'
import { intake } from './zh-CN/intake.ts'
import { merging } from './zh-CN/merging.ts'
import { journal } from './zh-CN/journal.ts'
import { names } from './zh-CN/names.ts'
import { orders } from './zh-CN/orders.ts'
import { plan } from './zh-CN/plan.ts'
import { readiness } from './zh-CN/readiness.ts'
import { records } from './zh-CN/records.ts'
import { review } from './zh-CN/review.ts'
import { reporting } from './zh-CN/reporting.ts'
import { rooms } from './zh-CN/rooms.ts'
import { shell } from './zh-CN/shell.ts'
import { stock } from './zh-CN/stock.ts'
import { taxonomy } from './zh-CN/taxonomy.ts'

/** Every Chinese wording of the windows by key; the source of the key type. */
export const zhCN = {
  ...shell,
  ...documents,
  ...exports,
  ...headquartersRoom,
  ...boardRoom,
  ...imports,
  ...intake,
  ...orders,
  ...plan,
  ...debate,
  ...finder,
  ...grading,
  ...duties,
  ...reporting,
  ...rooms,
  ...review,
  ...records,
  ...readiness,
  ...journal,
  ...names,
  ...merging,
  ...handbook,
  ...cards,
  ...contingency,
  ...contingencyFields,
  ...stock,
  ...taxonomy,
} as const
