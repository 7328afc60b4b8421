import type { Wording } from '../wording.ts'
import type { debate as zhDebate } from '../zh-CN/debate.ts'

/** Alternatives to the plan in force. */
export const debate: Wording<typeof zhDebate> = {
  alternatives: {
    title: 'Alternatives',
    ask: 'Compare alternatives',
    note: 'Tries other decisions with the same planner; takes some seconds and changes nothing.',
    making: 'Trying other decisions…',
    decision: 'Decision',
    thisPlan: 'Plan in force',
    firstAction: 'First action',
    exposed: 'Person-min',
    cover: 'Cover over',
    coverText: '{{towns}} towns {{over}}',
    never: 'never',
    adopt: 'Adopt',
    outcome: {
      kept: 'open',
      same: 'no difference',
      dominated: 'not better',
      unlawful: 'unlawful',
      notApplicable: 'no question here',
      overCount: 'not listed',
    },
  },
}
