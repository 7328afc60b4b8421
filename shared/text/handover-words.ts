import type { HandoverMatter } from '../domain/command/handover.ts'

/** What is handed over. */
export const HANDOVER_MATTER_WORDS = {
  command: '指挥权移交',
  shift: '交接班',
} as const satisfies Readonly<Record<HandoverMatter, string>>
