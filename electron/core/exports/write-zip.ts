import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { ExportFiles } from '../datasets/export/export-library.ts'

/** The same for every member: the same library gives the same bytes. */
const MEMBER_TIME = '1980-01-01T00:00:00'

/** Writes files as a new zip, member by member; nothing is left when it fails. `watch` is told each name and may throw. */
export function writeZip(path: string, files: ExportFiles, watch: (name: string) => void): void {
  const descriptor = openSync(path, 'wx')
  try {
    const zip = new Zip((error, chunk) => {
      if (error !== null) throw error
      for (let done = 0; done < chunk.length;) done += writeSync(descriptor, chunk, done)
    })
    for (const [name, content] of files) {
      watch(name)
      const member = new ZipDeflate(name, { level: 6 })
      member.mtime = MEMBER_TIME
      zip.add(member)
      member.push(typeof content === 'string' ? strToU8(content) : content, true)
    }
    zip.end()
    fsyncSync(descriptor)
  } catch (error) {
    closeSync(descriptor)
    rmSync(path, { force: true })
    throw error
  }
  closeSync(descriptor)
}
