import type { ImportSource } from '#shared/contract/imports.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { columnMention } from '#shared/text/column-words.ts'

/** A table whose kind or required columns are not known yet. */
export function unanswered({ file, kind, missing }: ImportSource): AppError {
  const message =
    kind === null
      ? `还不知道“${file}”是什么数据。请先选定种类。`
      : `“${file}”缺少必填列 ${missing.map(columnMention).join('、')}。请指定对应的列，或填一个固定值。`
  return new AppError('bad-input', message, { path: file, value: missing.join(',') })
}

/** Rows were refused and nobody said to skip them. */
export function rowsRefused(count: number): AppError {
  return new AppError(
    'rows-refused',
    `有 ${count} 行不合格，什么也没有写入。请改正文件后重新导入，或选“跳过不合格行”。`,
    { path: 'skipRefused', value: count },
  )
}

/** Another hand changed the library between check and write. */
export function libraryChanged(): AppError {
  return new AppError('conflict', '资源库在核对后有改动，没有写入；已按新的内容重新核对，请再看一遍。', {
    path: 'library',
  })
}

/** The operator stopped it. */
export function cancelled(): AppError {
  return new AppError('cancelled', '已取消导入，什么也没有写入。', { path: 'sessionId' })
}
