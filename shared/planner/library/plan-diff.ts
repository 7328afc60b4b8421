import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import { canonicalJson } from '../../kernel/digest.ts'

/** Parts of a plan in which changes are told. */
export const DIFF_PARTS = [
  ...['head', 'scope', 'startConditions', 'responseLevels', 'posts', 'workGroups', 'demands', 'reporting'],
  ...['annexes', 'review', 'chapter', 'phases', 'actions', 'mustNot', 'decisionPoints', 'withdrawal', 'monitoring'],
  ...['communications', 'firstOrders', 'publicMessage', 'secondaries', 'experts'],
] as const

/** One line of difference between two versions. */
export interface PlanDifference {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly part: string
  /** Id of the chapter it stands in; null outside the chapters. */
  readonly chapter: string | null
  /** What it is called: a code, id or field. */
  readonly key: string
  /** Its first words, to know it by. */
  readonly title: string
  /** Fields that differ, with what they said before and say after; null = not there. */
  readonly fields: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[]
}

interface Entry {
  readonly part: string
  readonly chapter: string | null
  readonly key: string
  readonly title: string
  readonly value: Readonly<Record<string, unknown>>
}

/** How version `after` differs from version `before`, part by part in the order of the text. */
export function planDiff(before: ContingencyPlan, after: ContingencyPlan): PlanDifference[] {
  const old = new Map(entriesOf(before).map((entry) => [nameOf(entry), entry]))
  const now = new Map(entriesOf(after).map((entry) => [nameOf(entry), entry]))
  const removed = [...old].filter(([name]) => !now.has(name)).map(([, entry]) => differenceOf(entry, null))
  const rest = [...now].flatMap(([name, entry]) => {
    const was = old.get(name)
    if (was === undefined) return [differenceOf(null, entry)]
    return canonicalJson(was.value) === canonicalJson(entry.value) ? [] : [differenceOf(was, entry)]
  })
  const place = (part: string): number => DIFF_PARTS.findIndex((name) => name === part)
  return [...removed, ...rest].sort((a, b) => place(a.part) - place(b.part))
}

function differenceOf(was: Entry | null, is: Entry | null): PlanDifference {
  const { part, chapter, key, title } = is ?? was ?? NONE
  const fields = [...new Set([...Object.keys(was?.value ?? {}), ...Object.keys(is?.value ?? {})])].flatMap((field) => {
    const [before, after] = [textOf(was?.value[field]), textOf(is?.value[field])]
    return before === after ? [] : [{ field, before, after }]
  })
  const kind = was === null ? 'added' : is === null ? 'removed' : 'changed'
  return { kind, part, chapter, key, title, fields }
}

const NONE: Entry = { part: '', chapter: null, key: '', title: '', value: {} }

function nameOf({ part, chapter, key }: Entry): string {
  return canonicalJson([part, chapter, key])
}

/** Text as it stands; anything else as JSON. */
function textOf(value: unknown): string | null {
  if (value === undefined) return null
  return typeof value === 'string' ? value : canonicalJson(value)
}

function entriesOf(plan: ContingencyPlan): Entry[] {
  const { id, title, kind, version, types, body, leadUnit, memberUnits, appliesWhen, supporting, outranks } = plan
  const said = {
    ...(appliesWhen === undefined ? {} : { appliesWhen }),
    ...(supporting === undefined ? {} : { supporting }),
  }
  const head = { title, kind, version, types, body, leadUnit, memberUnits, outranks, ...said }
  return [
    entry('head', null, id, title, head),
    entry('scope', null, 'scope', '', plan.scope),
    ...listed('startConditions', null, plan.startConditions, (one) => [one.code, one.text]),
    ...listed('responseLevels', null, plan.responseLevels, (one) => [one.level, one.text]),
    ...listed('posts', null, plan.posts, (one) => [`${one.post} ${one.hq}`, one.title]),
    ...listed('workGroups', null, plan.workGroups, (one) => [`${one.code} ${one.hq}`, one.name]),
    ...listed('demands', null, plan.demands, (one) => [one.id, one.role]),
    ...listed('reporting', null, plan.reporting, (one) => [one.code, one.to]),
    ...listed('annexes', null, plan.annexes, (one) => [one.title, one.title]),
    entry('review', null, 'review', '', plan.review),
    ...plan.chapters.flatMap(chapterEntries),
  ]
}

function chapterEntries(chapter: ContingencyPlan['chapters'][number]): Entry[] {
  const { id, title, types, withdrawal, experts } = chapter
  return [
    entry('chapter', id, id, title, { title, types }),
    ...listed('phases', id, chapter.phases, (one) => [one.id, one.title]).map((one) => {
      const { actions, ...own } = one.value
      return actions === undefined ? one : { ...one, value: own }
    }),
    ...chapter.phases.flatMap((phase) =>
      listed(
        'actions',
        id,
        phase.actions.map((action) => ({ ...action, phase: phase.id })),
        (one) => [one.code, one.text],
      ),
    ),
    ...listed('mustNot', id, chapter.mustNot, (one) => [one.code, one.text]),
    ...listed('decisionPoints', id, chapter.decisionPoints, (one) => [one.id, one.question]),
    entry('withdrawal', id, 'withdrawal', '', { signal: withdrawal.signal, muster: withdrawal.muster }),
    ...listed('withdrawal', id, withdrawal.triggers, (one) => [one.code, one.text]),
    ...listed('monitoring', id, chapter.monitoring, (one) => [`${one.what} ${one.where}`, one.what]),
    ...listed('communications', id, chapter.communications, (one) => [`${one.channel} ${one.use}`, one.channel]),
    ...listed('firstOrders', id, chapter.firstOrders, (one) => [one.id, one.words]),
    entry('publicMessage', id, 'publicMessage', '', chapter.publicMessage),
    ...listed('secondaries', id, chapter.secondaries, (one) => [one.type, one.type]),
    entry('experts', id, 'experts', '', { experts }),
  ]
}

/** Entries of a list; one name used several times is told apart by its place among its like. */
function listed<T extends object>(
  part: string,
  chapter: string | null,
  items: readonly T[],
  nameOf: (item: T) => readonly [string, string],
): Entry[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const [name, title] = nameOf(item)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return entry(part, chapter, count === 1 ? name : `${name} #${count}`, title, { ...item })
  })
}

function entry(part: string, chapter: string | null, key: string, title: string, value: object): Entry {
  return { part, chapter, key, title: title.slice(0, 80), value: { ...value } }
}
