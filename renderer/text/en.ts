import { boardRoom } from './en/board.ts'
import { cards } from './en/cards.ts'
import { contingency } from './en/contingency.ts'
import { contingencyFields } from './en/contingency-fields.ts'
import { handbook } from './en/handbook.ts'
import { debate } from './en/debate.ts'
import { finder } from './en/finder.ts'
import { duties } from './en/duties.ts'
import { grading } from './en/grading.ts'
import { documents } from './en/documents.ts'
import { exports } from './en/exports.ts'
import { headquartersRoom } from './en/headquarters.ts'
import { imports } from './en/imports.ts'
import { intake } from './en/intake.ts'
import { merging } from './en/merging.ts'
import { journal } from './en/journal.ts'
import { names } from './en/names.ts'
import { orders } from './en/orders.ts'
import { plan } from './en/plan.ts'
import { readiness } from './en/readiness.ts'
import { records } from './en/records.ts'
import { review } from './en/review.ts'
import { reporting } from './en/reporting.ts'
import { rooms } from './en/rooms.ts'
import { shell } from './en/shell.ts'
import { stock } from './en/stock.ts'
import { taxonomy } from './en/taxonomy.ts'
import type { Wording } from './wording.ts'
import type { zhCN } from './zh-CN.ts'

/** Every English wording of the windows: the same keys as Chinese. */
export const en: Wording<typeof zhCN> = {
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
}
