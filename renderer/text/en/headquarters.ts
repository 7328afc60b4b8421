import type { headquartersRoom as zh } from '../zh-CN/headquarters.ts'
import type { Wording } from '../wording.ts'

/** Work between the two headquarters. */
export const headquartersRoom: Wording<typeof zh> = {
  duty: {
    onDuty: 'On duty: {{officer}}',
    since: '{{officer}} on duty since {{at}}; click to change',
    ask: 'Officer on duty',
    askWhy: 'What is done at this window is recorded under this name (Enter)',
    relieve: 'Relieve {{officer}}',
    relieveNote:
      'A usual change of shift is handed over in the coordination room, signed by both. In haste one may relieve at once; the reason goes on record.',
    name: 'Name of the new officer',
    reason: 'Why there is no handover',
    missing: 'Please fill in',
    sign: 'Take over',
    cancel: 'Cancel',
  },
}
