import { CAPABILITIES, INCIDENT_TYPES, WORK_GROUPS } from '#shared/domain/taxonomy.ts'
import { choice, count, group, line, lines, list, when, words, type FieldSpec } from './field-spec.ts'

/** Fields of a handling chapter; those that every line of a plan has are given. */
export function chapterFields(shared: { readonly BASIS: FieldSpec; readonly HQ: FieldSpec }): readonly FieldSpec[] {
  const { BASIS, HQ } = shared
  const statement = [line('code', 'code', 3), line('text', 'text', 9), when(), BASIS]
  return [
    line('id', 'id', 4),
    line('title', 'title', 8),
    { kind: 'types', key: 'types', label: 'types', span: 12 },
    list(
      'phases',
      'phases',
      ['title'],
      [
        line('id', 'id', 2),
        line('title', 'title', 6),
        count('fromMin', 'fromMin'),
        count('toMin', 'toMin'),
        list(
          'actions',
          'actions',
          ['text'],
          [
            line('code', 'code', 3),
            HQ,
            choice('group', 'group', 3, WORK_GROUPS, (key, text) => text(`workGroup.${key}`)),
            count('dueMin', 'dueMin', 3),
            {
              ...choice('before', 'before', 3, ['gale'], (key, text) => text(`contingencyChoice.before.${key}`)),
              optional: true,
            },
            lines('text', 'text'),
            when(),
            BASIS,
          ],
        ),
      ],
    ),
    list('mustNot', 'mustNot', ['text'], statement),
    list(
      'decisionPoints',
      'decisionPoints',
      ['question'],
      [line('id', 'id', 3), HQ, line('trigger', 'trigger', 6), line('question', 'question', 12), when(), BASIS],
    ),
    group('withdrawal', 'withdrawal', [
      line('signal', 'signal', 6),
      line('muster', 'muster', 6),
      list('triggers', 'triggers', ['text'], statement),
    ]),
    list(
      'monitoring',
      'monitoring',
      ['what', 'where'],
      [
        line('what', 'what', 4),
        line('where', 'where', 4),
        count('everyMin', 'everyMin'),
        line('by', 'by', 2),
        when(),
        BASIS,
      ],
    ),
    list(
      'communications',
      'communications',
      ['channel', 'use'],
      [
        line('channel', 'channel', 3),
        line('use', 'use', 6),
        line('fallback', 'fallback', 3),
        words('users', 'users', 12),
      ],
    ),
    list(
      'firstOrders',
      'firstOrders',
      ['words'],
      [
        line('id', 'id', 3),
        HQ,
        count('dueMin', 'dueMin'),
        lines('words', 'words'),
        line('why', 'why', 12),
        when(),
        group('to', 'callee', [
          line('post', 'post', 3, 'absent'),
          line('agency', 'agency', 3, 'absent'),
          {
            ...choice('capability', 'capability', 3, CAPABILITIES, (key, text) => text(`capability.${key}`)),
            optional: true,
          },
          { kind: 'truth', key: 'nearest', label: 'nearest', span: 3, optional: true },
        ]),
      ],
    ),
    group('publicMessage', 'publicMessage', [
      lines('text', 'text', 8),
      words('channels', 'channels', 4),
      {
        ...{ kind: 'list', key: 'variants', label: 'variants', span: 12, titles: ['text'], optional: true },
        fields: [
          { kind: 'formula', key: 'when', label: 'when', span: 12, place: 'facts', optional: false },
          lines('text', 'text'),
        ],
      },
    ]),
    list(
      'secondaries',
      'secondaries',
      ['type'],
      [
        choice('type', 'type', 4, INCIDENT_TYPES, (key, text) => text(`incidentType.${key}`)),
        when(),
        words('checks', 'checks'),
        words('orders', 'orders'),
      ],
    ),
    words('experts', 'experts', 12),
  ]
}
