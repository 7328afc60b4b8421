import type { Wordings } from '../wording.ts'

/** Wordings of the library of contingency plans by code, Simplified Chinese. */
export const libraryFindings: Wordings = {
  'contingency-plan-unreadable':
    '预案“{title}”第{version}版由别的程序版本写成，读不了（{path}），本方案没有用它；请按纸面预案核对，并在预案库中修订',
  'contingency-plan-newer':
    '预案“{title}”在上一版方案之后换了版本（{before} → {after}），本方案按新版生成；请向各组说明变化',
  'contingency-plan-gone': '预案“{title}”在上一版方案之后已废止，本方案没有用它；请核对是否有新的预案接替',
}
