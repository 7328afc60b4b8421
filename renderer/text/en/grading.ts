import type { Wording } from '../wording.ts'
import type { grading as zhGrading } from '../zh-CN/grading.ts'

/** Levels by the scales, row by row, levels set by officers, and rises that wait to be read. */
export const grading: Wording<typeof zhGrading> = {
  grading: {
    title: 'Levels against the scales',
    note: 'All scales that apply, against facts revision {{revision}}; any one criterion is enough, the gravest counts.',
    event: 'Event level',
    response: 'Response level',
    computed: 'Computed',
    officerSet: 'Set by officer',
    measure: 'Scale and fact',
    known: 'Known',
    next: 'To the next level',
    bound: { reached: 'reached', mayBe: 'reached at the high end', not: 'not reached', unknown: 'to be verified' },
    notSet: 'Not set by an officer',
    setBy: '{{headquarters}} {{who}} {{at}} (facts revision {{revision}}, computed then: {{computed}})',
    thisSeat: 'this seat',
    stale: 'The facts changed after it was set: please review.',
    withdrawn: 'taken back',
    history: 'Levels set by officers',
    change: 'Set by officer',
    level: 'Set to',
    reason: 'Reason (required)',
    apply: 'Set',
    withdraw: 'Take back',
    choose: 'Choose',
    levelMissing: 'Choose the level first.',
    reasonMissing: 'Write the reason first.',
    administrativeOnly: 'The response level is set by the administrative headquarters.',
    scope:
      'A level set by an officer stands beside the computed one. A response level is planned for when the plan is made again; an event level is for the record and the reports.',
    rise: '{{number}} {{kind}} rose: {{from}} → {{to}} (facts revision {{revision}})',
    acknowledge: 'Seen',
    more: '{{count}} more rises wait to be read',
  },
}
