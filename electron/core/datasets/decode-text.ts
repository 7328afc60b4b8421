import iconv from 'iconv-lite'
import { AppError } from '#shared/kernel/app-error.ts'
import { findJsonFault } from './find-json-fault.ts'

/** Largest text that is read, bytes: what is made of it takes several times as much memory. */
const MAX_TEXT_BYTES = 160 * 1024 * 1024

/**
 * Text of a file in UTF-8 (with or without BOM) or GB18030. UTF-8 is tried strictly first: a GB18030 text with Chinese
 * in it is practically never valid UTF-8. Throws `file-broken` for anything else, `file-too-large`.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.byteLength > MAX_TEXT_BYTES) {
    const limit = MAX_TEXT_BYTES / 1024 / 1024
    throw new AppError('file-too-large', `文件“${file}”超过 ${limit} MB 文字。请按区域或表拆分后重试。`, { path: file })
  }
  const utf8 = decodeUtf8(bytes)
  if (utf8 === null) refuseMixed(bytes, file)
  const text = utf8 ?? iconv.decode(Buffer.from(bytes), 'gb18030')
  if (text.includes('\u0000') || (utf8 === null && text.includes('\uFFFD'))) {
    throw new AppError(
      'file-broken',
      `文件“${file}”不是 UTF-8 或 GB18030 文本：可能是 UTF-16（“Unicode 文本”）、含空字符或已损坏。请另存为 UTF-8 后重试。`,
      {
        path: file,
      },
    )
  }
  return text
}

/**
 * A text that is UTF-8 but for a few bytes would pass as GB18030 with every name garbled: design rule, more Chinese
 * characters in UTF-8 than faults is UTF-8 with faults. In true GB18030 nearly every character is a fault of UTF-8.
 */
function refuseMixed(bytes: Uint8Array, file: string): void {
  const text = new TextDecoder('utf-8').decode(bytes)
  const chinese = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0
  const faults = text.match(/\uFFFD/g)?.length ?? 0
  if (chinese <= faults) return
  const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length
  throw new AppError(
    'file-broken',
    `文件“${file}”是 UTF-8，但第 ${line} 行起有 ${faults} 处不是 UTF-8 的字节，可能混了两种编码或被截断。请用原程序另存为 UTF-8 后重试。`,
    { path: file, value: line },
  )
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null // not UTF-8: the caller tries GB18030
  }
}

/** Parses JSON with the file named in the error. Throws `bad-json`. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new AppError(
      'bad-json',
      `文件“${file}”不是完整的 JSON：${placeOfFault(text)}。请检查是否被截断或少了逗号、引号。`,
      {
        path: file,
        cause: error,
      },
    )
  }
}

/** Where a JSON text breaks, as line and column: the engine does not always say. */
function placeOfFault(text: string): string {
  const before = text.slice(0, findJsonFault(text)).split('\n')
  return `第 ${before.length} 行第 ${(before.at(-1) ?? '').length + 1} 列处出错`
}
