import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

/**
 * Replaces a file so that after a power cut either the old or the new text is there, never a part. Readable by its owner
 * only. Where that fails (a full disk) the old text stays and nothing is left beside it.
 */
export function replaceFile(path: string, text: string): void {
  const temporary = `${path}.new`
  try {
    writeSynced(temporary, text)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function writeSynced(path: string, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  const file = openSync(path, 'w', 0o600)
  try {
    // A nearly full disk takes a part and says so only by the count.
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
