import type { TargetRow } from '../../domain/after-action.ts'
import { durationWords, NOT_RECORDED, TARGET_NOTE_WORDS, TARGET_STATE_WORDS, TARGET_WORDS } from './review-words.ts'

/** A row of the table of targets as cells of a sheet. What nobody has said is never written as a figure. */
export function targetCells(row: TargetRow): {
  readonly what: string
  readonly limit: string
  readonly took: string
  readonly state: string
  readonly remark: string
} {
  const { target, name, limitS, measuredS, state, note, heard, source, evidence, who, to } = row
  const remarks = [
    heard === null ? '' : `已确认${heard.done}处，共${heard.of}处`,
    note === null ? '' : TARGET_NOTE_WORDS[note],
    source === '' ? '' : `${source}${evidence === 'unverified' ? '（待核实）' : ''}`,
    to === null || who === '' ? '' : `${who}报`,
  ]
  return {
    what: `${TARGET_WORDS[target]}${name === '' ? '' : `：${name}`}`,
    limit: limitS === null ? '—' : durationWords(limitS),
    took: measuredS === null ? NOT_RECORDED : durationWords(measuredS),
    state: TARGET_STATE_WORDS[state],
    remark: remarks.filter((words) => words !== '').join('；'),
  }
}
