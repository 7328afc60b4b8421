import { unzipSync, type UnzipFileInfo } from 'fflate'
import { AppError } from '#shared/kernel/app-error.ts'

/** Largest workbook file that is opened, bytes. */
export const MAX_WORKBOOK_BYTES = 64 * 1024 * 1024
/** Most that a workbook may unpack to, bytes: the text of 200 000 rows of the widest table fits. */
export const MAX_WORKBOOK_UNPACKED_BYTES = 160 * 1024 * 1024
const MAX_PARTS = 1000

/** First bytes of an OLE2 container: an old `.xls`, or a workbook with a password. */
const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** Parts whose text is read; a document type can only stand in one of them by intent. */
const READ_PARTS = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(.*\/)?[^/]+\.(xml|rels))$/i

/**
 * Refuses a file that is no workbook or would unpack to too much, by its zip directory alone: nothing is unpacked. The
 * reader then holds every part to the size declared here. Throws `file-broken` or `file-too-large`.
 */
export function checkPackage(bytes: Uint8Array, file: string): void {
  if (bytes.length > MAX_WORKBOOK_BYTES) throw tooLarge(file, `超过 ${megabytes(MAX_WORKBOOK_BYTES)} MB`)
  if (OLE2.equals(bytes.subarray(0, OLE2.length))) throw oldOrEncrypted(bytes, file)
  let parts = 0
  let unpacked = 0
  readZip(bytes, file, (part) => {
    parts += 1
    unpacked += part.originalSize
    if (part.originalSize === 0 && !part.name.endsWith('/')) {
      throw broken(file, `部件“${part.name}”没有写明大小`)
    }
    if (unpacked > MAX_WORKBOOK_UNPACKED_BYTES || parts > MAX_PARTS) {
      throw tooLarge(file, `解开后超过 ${megabytes(MAX_WORKBOOK_UNPACKED_BYTES)} MB 或 ${MAX_PARTS} 个部件`)
    }
    return false
  })
}

/**
 * Refuses a workbook whose XML declares a document type: no spreadsheet program writes one, and entities would be
 * lost. Called after reading, when every part is known to keep to its declared size. Throws `file-broken`.
 */
export function refuseEntities(bytes: Uint8Array, file: string): void {
  const parts = readZip(bytes, file, ({ name }) => READ_PARTS.test(name))
  for (const [name, content] of Object.entries(parts)) {
    const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw broken(file, `部件“${name}”里有 XML 实体声明`)
  }
}

/** A workbook that cannot be read, with the reason. */
export function broken(file: string, reason: string, cause?: unknown): AppError {
  return new AppError(
    'file-broken',
    `“${file}”不是完整的 Excel 工作簿（.xlsx）：${reason}。请用 Excel 或 WPS 打开后另存为 .xlsx，再重试。`,
    { path: file, cause },
  )
}

/** A workbook beyond a limit, with the limit. */
export function tooLarge(file: string, reason: string, cause?: unknown): AppError {
  return new AppError('file-too-large', `工作簿“${file}”过大：${reason}。请删去多余内容，或拆成几个文件后重试。`, {
    path: file,
    cause,
  })
}

function readZip(
  bytes: Uint8Array,
  file: string,
  filter: (part: UnzipFileInfo) => boolean,
): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof AppError) throw error
    throw broken(file, '文件已损坏、被截断，或不是 .xlsx', error)
  }
}

function oldOrEncrypted(bytes: Uint8Array, file: string): AppError {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
  if (!isEncrypted) return broken(file, '它是旧式 .xls，只是改了后缀')
  return new AppError('file-broken', `工作簿“${file}”设了打开密码，读不了。请在 Excel 里取消密码、另存后重试。`, {
    path: file,
  })
}

function megabytes(bytes: number): number {
  return bytes / 1024 / 1024
}
