import type { BatchStamp } from '#electron/core/keeping/library-change.ts'

/** Who changes the library in a test, and when. */
export const STAMP: BatchStamp = {
  recordedAt: '2026-07-14T10:20:00+08:00',
  who: '王芳',
  role: 'administrative',
  seat: 'seat-a',
  reason: '电话更新',
}
