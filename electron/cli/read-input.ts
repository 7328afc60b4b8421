import { decodeText, parseJson } from '#electron/core/datasets/decode-text.ts'
import { readBytes } from '#electron/core/datasets/source-files.ts'
import type { Surroundings } from './command.ts'

/** Reads a JSON document from a file, or from standard input for `-`. Throws `file-missing`, `file-unreadable`, `bad-json`. */
export function readJsonInput(path: string, { readStdin }: Surroundings): unknown {
  const name = path === '-' ? '标准输入' : path
  const bytes = path === '-' ? readStdin() : readBytes(path)
  return parseJson(decodeText(bytes, name), name)
}
