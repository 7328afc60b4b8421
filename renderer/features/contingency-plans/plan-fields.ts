import { PLAN_KINDS } from '#shared/domain/contingency-plan.ts'
import {
  CAPABILITIES,
  EVIDENCE_MARKS,
  HEADQUARTERS,
  LEVELS,
  VEHICLE_KINDS,
  WORK_GROUPS,
} from '#shared/domain/taxonomy.ts'
import type { zhCN } from '../../text/zh-CN.ts'
import { chapterFields } from './chapter-fields.ts'
import { choice, count, group, line, lines, list, when, words, type FieldSpec } from './field-spec.ts'

/** Where a line comes from. */
const BASIS: FieldSpec = group('basis', 'basis', [
  line('source', 'source', 9),
  choice('evidence', 'evidence', 3, EVIDENCE_MARKS, (key, text) => text(`contingencyChoice.evidence.${key}`)),
])

/** At which headquarters. */
const HQ: FieldSpec = choice('hq', 'hq', 3, HEADQUARTERS, (key, text) => text(`headquarters.${key}`))

/** One part of the form: a heading of the outline and what stands below it. */
interface FormPart {
  readonly part: keyof typeof zhCN.contingencyPart
  readonly fields: readonly FieldSpec[]
}

/** Parts of the form outside the chapters, in the order of the text. */
export const PLAN_PARTS: readonly FormPart[] = [
  {
    part: 'head',
    fields: [
      line('title', 'title', 8),
      line('version', 'version', 4),
      choice('kind', 'kind', 3, PLAN_KINDS, (key, text) => text(`contingency.kind.${key}`)),
      line('body', 'body', 5),
      line('leadUnit', 'leadUnit', 4),
      { kind: 'types', key: 'types', label: 'types', span: 12 },
      words('memberUnits', 'memberUnits'),
      words('outranks', 'outranks'),
      { kind: 'truth', key: 'supporting', label: 'supporting', span: 6, optional: true },
      when('facts', 'appliesWhen', 'appliesWhen'),
    ],
  },
  {
    part: 'scope',
    fields: [
      group('scope', 'scope', [
        words('regions', 'regions'),
        words('towns', 'towns'),
        line('plantId', 'plantId', 6, 'null'),
        {
          ...{ kind: 'group', key: 'season', label: 'season', span: 6, nullable: true },
          fields: [line('from', 'from', 6), line('to', 'to', 6)],
        },
      ]),
    ],
  },
  {
    part: 'startConditions',
    fields: [
      list(
        'startConditions',
        'startConditions',
        ['text'],
        [line('code', 'code', 3), line('text', 'text', 9), when(), BASIS],
      ),
    ],
  },
  {
    part: 'responseLevels',
    fields: [
      list(
        'responseLevels',
        'responseLevels',
        ['level', 'text'],
        [
          choice('level', 'level', 2, LEVELS, (key, text) => text(`level.${key}`)),
          line('text', 'text', 6),
          line('decidedBy', 'decidedBy', 4),
          when(),
          words('measures', 'measures', 12),
          BASIS,
        ],
      ),
    ],
  },
  {
    part: 'posts',
    fields: [
      list(
        'posts',
        'posts',
        ['title', 'unit'],
        [
          line('post', 'post', 3),
          line('title', 'title', 3),
          HQ,
          line('deputyPost', 'deputyPost', 3),
          line('unit', 'unit', 4),
          line('duty', 'duty', 8),
        ],
      ),
    ],
  },
  {
    part: 'workGroups',
    fields: [
      list(
        'workGroups',
        'workGroups',
        ['name', 'leadUnit'],
        [
          choice('code', 'group', 3, WORK_GROUPS, (key, text) => text(`workGroup.${key}`)),
          line('name', 'name', 4),
          HQ,
          choice('leads', 'leads', 2, ['head', 'deputy'], (key, text) => text(`contingencyChoice.leads.${key}`)),
          line('leadUnit', 'leadUnit', 12),
          words('memberUnits', 'memberUnits'),
          words('tasks', 'tasks'),
        ],
      ),
    ],
  },
  {
    part: 'demands',
    fields: [
      list(
        'demands',
        'demands',
        ['role', 'quantity'],
        [
          line('id', 'id', 4),
          line('role', 'role', 8),
          optional(choice('capability', 'capability', 3, CAPABILITIES, (key, text) => text(`capability.${key}`))),
          optional(choice('vehicleKind', 'vehicleKind', 3, VEHICLE_KINDS, (key, text) => text(`vehicle.${key}`))),
          count('byS', 'byS'),
          { kind: 'truth', key: 'hotZone', label: 'hotZone', span: 2, optional: false },
          { ...HQ, span: 2 },
          { kind: 'formula', key: 'quantity', label: 'quantity', span: 12, place: 'demand', optional: false },
          when('demand'),
          { kind: 'types', key: 'types', label: 'types', span: 12 },
          { kind: 'pairs', key: 'secondary', label: 'secondary', span: 12 },
          line('source', 'source', 9),
          choice('evidence', 'evidence', 3, EVIDENCE_MARKS, (key, text) => text(`contingencyChoice.evidence.${key}`)),
        ],
      ),
    ],
  },
  {
    part: 'reporting',
    fields: [
      list(
        'reporting',
        'reporting',
        ['to'],
        [
          line('code', 'code', 3),
          choice('kind', 'kind', 2, ['initial', 'followUp', 'final'], (key, text) => text(`report.${key}`)),
          choice('form', 'form', 2, ['phone', 'written'], (key, text) => text(`contingencyChoice.form.${key}`)),
          count('withinMin', 'withinMin'),
          line('to', 'recipient', 12),
          when(),
          BASIS,
        ],
      ),
    ],
  },
  {
    part: 'annexes',
    fields: [list('annexes', 'annexes', ['title'], [line('title', 'title', 12), lines('text', 'text')])],
  },
  {
    part: 'review',
    fields: [
      group('review', 'reviewBy', [
        line('issuer', 'issuer', 9),
        line('reviewBy', 'reviewBy', 3),
        { kind: 'fixed', key: 'approvedBy', label: 'approvedBy', span: 3 },
        { kind: 'fixed', key: 'approvedOn', label: 'approvedOn', span: 3 },
        { kind: 'fixed', key: 'filedWith', label: 'filedWith', span: 2 },
        { kind: 'fixed', key: 'filedNumber', label: 'filedNumber', span: 2 },
        { kind: 'fixed', key: 'filedOn', label: 'filedOn', span: 2 },
      ]),
    ],
  },
]

/** The chapters as one list; each is a part of its own in the outline. */
export const CHAPTERS: FieldSpec = list('chapters', 'chapters', ['title'], chapterFields({ BASIS, HQ }))

function optional(spec: FieldSpec & { readonly kind: 'choice' }): FieldSpec {
  return { ...spec, optional: true }
}
