/** A text as it is compared: half-width, without blanks, dots and quotation marks, brackets alike, lower case. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s·•・.“”"'《》]/g, '')
    .toLowerCase()
}

const PHONE = /(?:\+?86-?)?(1\d{10})|(0\d{2,3})[- ]?(\d{7,8})/g

/** Numbers of a telephone cell, digits only; the whole cell without blanks when it holds none of the usual shape. */
export function phonesOf(text: string): string[] {
  const found = [...text.normalize('NFKC').matchAll(PHONE)].map(
    ([, mobile, area, line]) => mobile ?? `${area ?? ''}${line ?? ''}`,
  )
  if (found.length > 0) return found
  const plain = plainText(text)
  return plain === '' ? [] : [plain]
}

/** What a cell of a column is compared by; a telephone by its first number. */
export function comparedText(column: string, text: string): string {
  return column === 'phone' ? (phonesOf(text)[0] ?? '') : plainText(text)
}
